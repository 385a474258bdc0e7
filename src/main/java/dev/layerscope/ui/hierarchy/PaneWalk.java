package dev.layerscope.ui.hierarchy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** From pane to pane by one key: outline, picture, inspector, and around. */
final class PaneWalk {
  private PaneWalk() {}

  /**
   * Gives the focus to the pane after the one that has it.
   *
   * @param picture what is drawn in the middle
   */
  static void next(SplitPane panes, Node picture) {
    List<Node> order =
        Stream.of(panes.lookup(".tree-table-view"), picture, panes.lookup(".inspector .tab-pane"))
            .filter(Objects::nonNull)
            .toList();
    int at = 0;
    for (int i = 0; i < order.size(); i++) {
      if (holds(order.get(i), panes.getScene().getFocusOwner())) {
        at = i + 1;
      }
    }
    order.get(at % order.size()).requestFocus();
  }

  private static boolean holds(Node pane, Node owner) {
    for (Node up = owner; up != null; up = up.getParent()) {
      if (up.equals(pane)) {
        return true;
      }
    }
    return false;
  }
}
