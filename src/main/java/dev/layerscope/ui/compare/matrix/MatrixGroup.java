package dev.layerscope.ui.compare.matrix;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.ui.common.Messages;

/** What the rows of the matrix are put together by. */
enum MatrixGroup {
  LAYER,
  REPOSITORY,
  TEAM,
  NONE;

  /** The look of layers that hold what teams own. */
  private static final int OF_TEAMS = 3;

  String words() {
    return switch (this) {
      case LAYER -> Messages.text("matrix.bylayer");
      case REPOSITORY -> Messages.text("matrix.byrepository");
      case TEAM -> Messages.text("matrix.byteam");
      case NONE -> Messages.text("matrix.bynothing");
    };
  }

  /** The name of the group a row belongs to. */
  String of(MatrixDocument.Row row, LayerLooks looks) {
    return switch (this) {
      case LAYER -> row.layer().isEmpty() ? Messages.text("compare.nolayer") : row.layer();
      case REPOSITORY -> repository(row);
      case TEAM -> isTeams(row, looks) ? repository(row) : Messages.text("matrix.noteam");
      case NONE -> "";
    };
  }

  /** Whether a team's repository is what an Application reads. */
  static boolean isTeams(MatrixDocument.Row row, LayerLooks looks) {
    return looks.of(row.layer()).number() == OF_TEAMS;
  }

  static String repository(MatrixDocument.Row row) {
    return row.repository().isEmpty()
        ? Messages.text("compare.nolayer")
        : new RepoUrl(row.repository()).shortName();
  }
}
