package dev.layerscope.ui.edit;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A few buttons of which one is chosen. */
final class Segments extends HBox {
  private final ToggleGroup group = new ToggleGroup();

  Segments(List<String> names, int chosen, IntConsumer then) {
    getStyleClass().add("segments");
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      var button = new ToggleButton(names.get(i));
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setSelected(i == chosen);
      button.setOnAction(ignored -> {
        button.setSelected(true); // one of them always is
        then.accept(at);
      });
      getChildren().add(button);
    }
    setMinWidth(Region.USE_PREF_SIZE);
    setMaxWidth(Region.USE_PREF_SIZE);
  }
}
