package dev.layerscope.ui.hierarchy;

import dev.layerscope.hierarchy.NodeId;
import java.util.ArrayList;
import java.util.List;

/** The nodes selected one after the other, to go back to and forth. */
public final class Visits {
  private static final int MOST = 200;

  private final HierarchyViewModel model;
  private final List<NodeId> visited = new ArrayList<>();
  private int at = -1;
  private boolean travelling;

  Visits(HierarchyViewModel model) {
    this.model = model;
    model.selected().addListener((ignored, before, now) -> now.ifPresent(this::note));
  }

  /** A new place cuts off what was ahead, as in a browser. */
  private void note(NodeId id) {
    if (travelling || at >= 0 && visited.get(at).equals(id)) {
      return;
    }
    while (visited.size() > at + 1) {
      visited.removeLast();
    }
    visited.add(id);
    if (visited.size() > MOST) {
      visited.removeFirst();
    }
    at = visited.size() - 1;
  }

  /** Goes one step back (-1) or forth (1); places that are gone are passed over. */
  public void go(int direction) {
    for (int to = at + direction; to >= 0 && to < visited.size(); to += direction) {
      if (isThere(visited.get(to))) {
        at = to;
        travelling = true;
        model.select(visited.get(to));
        travelling = false;
        return;
      }
    }
  }

  private boolean isThere(NodeId id) {
    return model.hierarchy().get().flatMap(h -> h.node(id)).isPresent();
  }
}
