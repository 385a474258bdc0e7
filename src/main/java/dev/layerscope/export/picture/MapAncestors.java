package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a map a node hangs from: what is not drawn is passed over. */
final class MapAncestors {
  private final Hierarchy hierarchy;
  private final Map<NodeId, Set<String>> groups;

  /**
   * @param groups the groups of every node that is drawn
   */
  MapAncestors(Hierarchy hierarchy, Map<NodeId, Set<String>> groups) {
    this.hierarchy = hierarchy;
    this.groups = groups;
  }

  /** The groups of the nearest nodes above that are drawn; circles are followed once. */
  Set<String> of(NodeId node) {
    var found = new LinkedHashSet<String>();
    var seen = new HashSet<NodeId>(List.of(node));
    var todo = new ArrayDeque<NodeId>(List.of(node));
    while (!todo.isEmpty()) {
      for (HierarchyNode parent : hierarchy.parentsOf(todo.remove())) {
        Set<String> here = groups.getOrDefault(parent.id(), Set.of());
        found.addAll(here);
        if (here.isEmpty() && seen.add(parent.id())) {
          todo.add(parent.id());
        }
      }
    }
    return found;
  }
}
