package dev.layerscope.ui.compare.matrix;

import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.export.MatrixDocument;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.compare.RiskWords;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What one Application is in one environment: mark, version, revision. */
final class MatrixCell extends TreeTableCell<MatrixRow, MatrixRow> {
  private static final List<String> STYLES =
      List.of(
          "cell-differs",
          "cell-removed",
          "cell-added",
          "cell-unknown",
          "cell-acknowledged",
          MatrixNameCell.GROUP);

  private static final double MARK = 30;

  private final int column;
  private final Function<MatrixRow.Group, String> ofGroup;

  /**
   * @param ofGroup what the heading of a group says in this column
   */
  MatrixCell(int column, Function<MatrixRow.Group, String> ofGroup) {
    this.ofGroup = ofGroup;
    this.column = column;
  }

  @Override
  protected void updateItem(MatrixRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setGraphic(null);
    setTooltip(null);
    getStyleClass().removeAll(STYLES);
    if (empty || row == null) {
      return;
    }
    switch (row) {
      case MatrixRow.Group group -> {
        Label words = Pieces.label(ofGroup.apply(group), "small", "muted");
        setGraphic(Pieces.row(4, indent(), words));
        getStyleClass().add(MatrixNameCell.GROUP);
      }
      case MatrixRow.OfApplication(var of) ->
          show(of.worst(column), of.mark(column), of.aggregate(column), of.risks(column));
      case MatrixRow.OfRoot(var of, var line) ->
          show(
              line.cells().get(column),
              line.cells().get(column).mark(),
              line.cells().get(column).says(),
              line.cells().get(column).risks());
    }
  }

  private static Label indent() {
    Label nothing = Pieces.label("");
    nothing.setMinWidth(MARK);
    return nothing;
  }

  private void show(MatrixDocument.Cell cell, String sign, String says, List<Risk> risks) {
    Label mark = Pieces.label(sign, "small", "strong");
    mark.setMinWidth(MARK);
    boolean quiet = !cell.differs() && column > 0;
    Label words = quiet ? Pieces.label(says, "muted") : Pieces.label(says);
    words.setMinWidth(0);
    // Versions may be cut, and are whole in the tip; half a commit says nothing.
    Label revision = Pieces.label(cell.revision(), "code", "subtle");
    revision.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = Pieces.row(4, mark, words, Pieces.spring());
    if (!risks.isEmpty()) {
      box.getChildren().add(Pieces.icon("fth-flag", 12, "error"));
    }
    box.getChildren().add(revision);
    setGraphic(box);
    String style =
        switch (cell.relation()) {
          case FIRST, EQUAL, APART -> "";
          case DIFFERS, RETARGETED, MOVED -> "cell-differs";
          case REMOVED -> "cell-removed";
          case ADDED -> "cell-added";
          case ACKNOWLEDGED -> "cell-acknowledged";
          case UNKNOWN -> "cell-unknown";
        };
    if (!style.isEmpty()) {
      getStyleClass().add(style);
    }
    String dangers = risks.isEmpty() ? "" : "\n" + RiskWords.all(risks);
    setAccessibleText(says + ", " + cell.relation().word() + dangers);
    String more =
        (cell.reason().isEmpty() ? String.join("\n", cell.images()) : cell.reason()) + dangers;
    setTooltip(
        new Tooltip(
            Messages.text(
                "matrix.cell",
                says + ", " + cell.relation().word(),
                cell.differences(),
                cell.hidden(),
                cell.acknowledged(),
                more)));
  }
}
