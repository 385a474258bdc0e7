package dev.layerscope.ui.compare;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.Workspace;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What stands above a column: its newest commit, and how far it is from the column on its left. */
final class MatrixHeadings {
  private final WorkspaceViewModel workspace;

  MatrixHeadings(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  Node of(MatrixDocument.Column column, boolean first) {
    Optional<MatrixDocument.Head> newest =
        column.heads().stream().max(Comparator.comparing(MatrixHeadings::when));
    var box =
        new VBox(
            2,
            Pieces.row(
                6,
                Pieces.label(column.environment(), "strong"),
                Pieces.label(newest.map(h -> commit(h.commit())).orElse(""), "code", "subtle")),
            Pieces.label(newest.map(MatrixHeadings::newest).orElse(""), "subtle", "caption"),
            Pieces.label(
                first ? Messages.text("matrix.first") : apart(column.heads()),
                "subtle",
                "caption"));
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static String newest(MatrixDocument.Head head) {
    return Messages.text(
        "matrix.newest",
        ago(when(head)),
        new RepoUrl(head.repository()).shortName(),
        head.subject());
  }

  private static String ago(Instant when) {
    Duration since = Duration.between(when, Instant.now());
    return since.toDays() > 0
        ? Messages.text("matrix.days", since.toDays())
        : since.toHours() > 0
            ? Messages.text("matrix.hours", since.toHours())
            : Messages.text("matrix.minutes", Math.max(0, since.toMinutes()));
  }

  private static Instant when(MatrixDocument.Head head) {
    try {
      return head.date().isEmpty() ? Instant.EPOCH : Instant.parse(head.date());
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private static String commit(String id) {
    return id.length() < 7 ? id : id.substring(0, 7);
  }

  private static String apart(List<MatrixDocument.Head> heads) {
    int behind = heads.stream().mapToInt(MatrixDocument.Head::behind).sum();
    int ahead = heads.stream().mapToInt(MatrixDocument.Head::ahead).sum();
    return behind + ahead == 0
        ? Messages.text("matrix.level")
        : Messages.text("matrix.behind", behind, ahead) + uncertain(heads);
  }

  /** The same of one layer: of the repositories that are in it. */
  String ofLayer(MatrixDocument.Column column, boolean first, String layer) {
    List<MatrixDocument.Head> heads =
        column.heads().stream().filter(head -> layer(head).equals(layer)).toList();
    if (heads.isEmpty()) {
      return "";
    }
    int behind = heads.stream().mapToInt(MatrixDocument.Head::behind).sum();
    int ahead = heads.stream().mapToInt(MatrixDocument.Head::ahead).sum();
    return first
        ? Messages.text("matrix.leftmost")
        : behind + ahead == 0
            ? Messages.text("matrix.level")
            : Messages.text("matrix.apart", behind, ahead) + uncertain(heads);
  }

  /** A question mark, as everywhere, for numbers that end where a shallow clone ends. */
  private static String uncertain(List<MatrixDocument.Head> heads) {
    return heads.stream().anyMatch(MatrixDocument.Head::uncertain) ? " ?" : "";
  }

  private String layer(MatrixDocument.Head head) {
    var url = new RepoUrl(head.repository());
    return workspace
        .opened()
        .get()
        .flatMap(opened -> opened.workspace().repository(url))
        .flatMap(Workspace.RepositoryEntry::layer)
        .orElse(url.shortName());
  }
}
