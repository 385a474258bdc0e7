package dev.layerscope.ui.compare.matrix;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where the branches of an environment are: the newest commits, and how far from the left. */
final class MatrixBranches {
  private MatrixBranches() {}

  /** One for each repository, the one that was worked on last first. */
  static List<Node> of(List<MatrixDocument.Head> heads) {
    return heads.isEmpty()
        ? List.of(Pieces.label(Messages.text("matrix.nobranches"), "muted"))
        : heads.stream()
            .sorted(Comparator.comparing(MatrixHeadings::when).reversed())
            .map(MatrixBranches::one)
            .toList();
  }

  private static Node one(MatrixDocument.Head head) {
    Label name = Pieces.label(new RepoUrl(head.repository()).shortName(), "strong");
    name.setMinWidth(20);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    HBox first =
        Pieces.row(
            6,
            name,
            whole(MatrixHeadings.commit(head.commit()), "code", "subtle"),
            Pieces.spring());
    count(first, "−", head.behind(), "diff-removed");
    count(first, "+", head.ahead(), "diff-added");
    if (head.uncertain()) {
      first.getChildren().add(Pieces.icon("fth-scissors", 12, "warning"));
    }
    String said = MatrixHeadings.ago(MatrixHeadings.when(head)) + " · " + head.subject();
    Label below = Pieces.label(said, "small", "muted");
    below.setMinWidth(20);
    var box = new VBox(2, first, below);
    box.getStyleClass().add("matrix-difference");
    Tooltip.install(
        box,
        new Tooltip(
            head.repository()
                + " @ "
                + head.branch()
                + "\n"
                + said
                + "\n"
                + Messages.text("matrix.apart", head.behind(), head.ahead())));
    return box;
  }

  private static void count(HBox row, String sign, int count, String style) {
    if (count > 0) {
      row.getChildren().add(whole(sign + count, "small", style));
    }
  }

  private static Label whole(String text, String... styles) {
    Label label = Pieces.label(text, styles);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
