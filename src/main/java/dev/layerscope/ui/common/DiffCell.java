package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** One painted row of a comparison. */
final class DiffCell extends ListCell<DiffRow> {
  private final DiffList list;
  private final Canvas canvas = new Canvas(0, DiffPainter.ROW);

  DiffCell(DiffList list) {
    this.list = list;
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setGraphic(canvas);
    selectedProperty().addListener(ignored -> paint());
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
            if (!getItem().opened().isEmpty()) {
              list.unfold(getIndex());
            } else {
              list.took(getIndex(), event.getX());
            }
          }
        });
  }

  GraphicsContext brush() {
    return canvas.getGraphicsContext2D();
  }

  double canvasWidth() {
    return canvas.getWidth();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    canvas.relocate(0, 0);
    if (Math.abs(canvas.getWidth() - getWidth()) > 0.5) {
      canvas.setWidth(getWidth());
      paint();
    }
  }

  @Override
  protected void updateItem(DiffRow row, boolean empty) {
    super.updateItem(row, empty);
    canvas.setVisible(!empty && row != null);
    setAccessibleText(empty || row == null ? "" : words(row));
    paint();
  }

  private void paint() {
    if (getItem() != null && !isEmpty() && canvas.getWidth() > 0 && getIndex() >= 0) {
      list.paint(this, getItem(), getIndex());
    }
  }

  private static String words(DiffRow row) {
    return switch (row) {
      case DiffRow.Head head -> head.path() + " " + head.note();
      case DiffRow.Fold fold -> Messages.count("count.equal", fold.lines().size());
      case DiffRow.Hidden hidden -> hidden.words();
      case DiffRow.Pair(AlignedLine line, var ignored, var beside) ->
          switch (line.kind()) {
            case EQUAL -> text(line.to().or(line::from));
            case ADDED -> "+ " + text(line.to());
            case REMOVED -> "− " + text(line.from());
            case CHANGED -> text(line.from()) + " → " + text(line.to());
          };
    };
  }

  private static String text(java.util.Optional<AlignedLine.Numbered> line) {
    return line.map(AlignedLine.Numbered::text)
        .map(text -> text.length() > 500 ? text.substring(0, 500) + "…" : text)
        .orElse("");
  }
}
