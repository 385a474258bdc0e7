package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;

/** Walking from one node with an error or a warning to the next. */
final class Troubles {
  private Troubles() {}

  /** Selects the next one in the order of the outline, or the one before; around the end. */
  static void next(HierarchyViewModel model, int direction) {
    model
        .picture()
        .ifPresent(picture -> {
          List<Integer> order = picture.walk();
          int from = model.selectedIndex().map(order::indexOf).orElse(-1);
          find(picture, order, from, direction).stream().findFirst().ifPresent(model::select);
        });
  }

  private static List<NodeId> find(
      TreePicture picture, List<Integer> order, int from, int direction) {
    int size = order.size();
    int start = from < 0 && direction < 0 ? 0 : from;
    for (int step = 1; step <= size; step++) {
      HierarchyNode node = picture.node(order.get(Math.floorMod(start + step * direction, size)));
      if (node.count(Severity.ERROR) + node.count(Severity.WARNING) > 0) {
        return List.of(node.id());
      }
    }
    return List.of();
  }
}
