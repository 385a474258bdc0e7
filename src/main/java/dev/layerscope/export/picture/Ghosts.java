package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where moved nodes hung before: at their old parents they leave a ghost behind.
 *
 * @param left by the old parent, what it declared once and another one declares now
 */
public record Ghosts(Map<NodeId, List<NodeId>> left) {
  /** Nothing has moved. */
  public static final Ghosts NONE = new Ghosts(Map.of());

  public Ghosts {
    left = Map.copyOf(left);
  }

  /**
   * What moved from one hierarchy to another. A node the older one does not have by the same name
   * leaves nothing.
   *
   * @param moved the nodes that hang elsewhere now
   */
  public static Ghosts of(Hierarchy before, Hierarchy now, Collection<NodeId> moved) {
    var left = new LinkedHashMap<NodeId, List<NodeId>>();
    for (NodeId id : moved) {
      if (before.node(id).isEmpty() || now.node(id).isEmpty()) {
        continue;
      }
      var today = new HashSet<NodeId>();
      now.parentsOf(id).forEach(parent -> today.add(parent.id()));
      for (HierarchyNode parent : before.parentsOf(id)) {
        if (!today.contains(parent.id())) {
          left.computeIfAbsent(parent.id(), ignored -> new ArrayList<>()).add(id);
        }
      }
    }
    return new Ghosts(left);
  }

  /** The indices of what once hung from a node, as far as a picture has them. */
  List<Integer> of(TreePicture picture, int parent) {
    if (left.isEmpty()) {
      return List.of();
    }
    return left.getOrDefault(picture.node(parent).id(), List.of()).stream()
        .filter(picture::has)
        .map(picture::indexOf)
        .toList();
  }
}
