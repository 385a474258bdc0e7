package dev.layerscope.ui.hierarchy;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ListCell;

/** A row of a list that is drawn by a function. */
final class GraphicCell<T> extends ListCell<T> {
  private final Function<T, ? extends Node> draw;

  GraphicCell(Function<T, ? extends Node> draw) {
    this.draw = draw;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(empty || item == null ? null : draw.apply(item));
  }
}
