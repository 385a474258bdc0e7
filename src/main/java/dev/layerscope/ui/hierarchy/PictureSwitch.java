package dev.layerscope.ui.hierarchy;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.hierarchy.HierarchyController.Picture;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Tree, fleet or layers: one of them is drawn. */
final class PictureSwitch extends HBox {
  private final ToggleGroup pictures = new ToggleGroup();

  PictureSwitch(Consumer<Picture> show) {
    getStyleClass().add("segments");
    for (Picture picture : Picture.values()) {
      String key = "picture." + picture.name().toLowerCase(Locale.ROOT);
      var button = new ToggleButton(Messages.text(key));
      button.setId(key.replace('.', '-'));
      button.setToggleGroup(pictures);
      button.setUserData(picture);
      button.setSelected(picture == Picture.TREE);
      button.setOnAction(ignored -> show.accept(picture));
      getChildren().add(button);
    }
  }

  /** Presses the button of what is drawn. */
  void mark(Picture picture) {
    pictures.getToggles().stream()
        .filter(toggle -> picture == toggle.getUserData())
        .findFirst()
        .ifPresent(pictures::selectToggle);
  }
}
