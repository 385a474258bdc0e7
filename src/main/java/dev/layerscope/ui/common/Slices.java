package dev.layerscope.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Parts of a window that are dressed one frame after the other when its style sheets change: all
 * rules are held against all controls then, which is more than one frame has time for. A pane with
 * the style class {@code slice} gives its content away and gets it back, still unchanged.
 */
final class Slices {
  private Slices() {}

  /** Takes the content of all slices out of a scene; it comes back within the next frames. */
  static void takeOut(Scene scene) {
    Node focused = scene.getFocusOwner();
    var slices = new ArrayList<Pane>();
    for (Node node : scene.getRoot().lookupAll(".slice")) {
      if (node instanceof Pane pane && !pane.getChildren().isEmpty()) {
        slices.add(pane);
      }
    }
    for (int i = 0; i < slices.size(); i++) {
      Pane slice = slices.get(i);
      List<Node> content = List.copyOf(slice.getChildren());
      slice.setMinSize(slice.getWidth(), slice.getHeight());
      slice.getChildren().clear();
      Background.afterFrames(i + 1, () -> putBack(slice, content, focused));
    }
  }

  private static void putBack(Pane slice, List<Node> content, Node focused) {
    slice.setMinSize(Region.USE_COMPUTED_SIZE, Region.USE_COMPUTED_SIZE);
    if (slice.getChildren().isEmpty()) {
      slice.getChildren().setAll(content);
    }
    for (Node up = focused; up != null; up = up.getParent()) {
      if (up.equals(slice)) {
        focused.requestFocus();
      }
    }
  }
}
