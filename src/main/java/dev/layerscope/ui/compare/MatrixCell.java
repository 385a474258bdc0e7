package dev.layerscope.ui.compare;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;

/** What one Application is in one environment: mark, version, revision. */
final class MatrixCell extends TreeTableCell<MatrixRow, MatrixRow> {
  private static final List<String> STYLES =
      List.of("cell-differs", "cell-removed", "cell-added", "cell-unknown", "cell-acknowledged");

  private final int column;
  private final UnaryOperator<String> ofLayer;

  /**
   * @param ofLayer what the heading of a layer says in this column
   */
  MatrixCell(int column, UnaryOperator<String> ofLayer) {
    this.ofLayer = ofLayer;
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
      case MatrixRow.Layer(String name) -> {
        Label words = Pieces.label(ofLayer.apply(name), "small", "muted");
        setGraphic(Pieces.row(6, indent(), words));
      }
      case MatrixRow.OfApplication(var of) -> show(of.worst(column), of.aggregate(column));
      case MatrixRow.OfRoot(var of, var line) ->
          show(line.cells().get(column), line.cells().get(column).says());
    }
  }

  private static Label indent() {
    Label nothing = Pieces.label("");
    nothing.setMinWidth(34);
    return nothing;
  }

  private void show(MatrixDocument.Cell cell, String says) {
    Label mark = Pieces.label(cell.mark(), "small", "strong");
    mark.setMinWidth(34);
    boolean quiet = !cell.differs() && column > 0;
    Label words = quiet ? Pieces.label(says, "muted") : Pieces.label(says);
    words.setMinWidth(0);
    setGraphic(
        Pieces.row(
            6, mark, words, Pieces.spring(), Pieces.label(cell.revision(), "code", "subtle")));
    String style =
        switch (cell.relation()) {
          case FIRST, EQUAL -> "";
          case DIFFERS, RETARGETED, MOVED -> "cell-differs";
          case REMOVED -> "cell-removed";
          case ADDED -> "cell-added";
          case ACKNOWLEDGED -> "cell-acknowledged";
          case UNKNOWN -> "cell-unknown";
        };
    if (!style.isEmpty()) {
      getStyleClass().add(style);
    }
    setAccessibleText(says + ", " + cell.relation().word());
    String more = cell.reason().isEmpty() ? String.join("\n", cell.images()) : cell.reason();
    setTooltip(
        new Tooltip(
            Messages.text(
                "matrix.cell",
                cell.relation().word(),
                cell.differences(),
                cell.hidden(),
                cell.acknowledged(),
                more)));
  }
}
