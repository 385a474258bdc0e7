package dev.layerscope.operation.resolve;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is not as it was in the last picture of the same selection: by what a node declares, what it
 * renders, and whether it could be followed.
 *
 * @param how of the nodes that are different, in the order of the new picture; those that are gone
 *     come last
 */
public record MovedNodes(Map<NodeId, How> how) {
  public static final MovedNodes NOTHING = new MovedNodes(Map.of());

  /** What became of a node. */
  public enum How {
    APPEARED,
    CHANGED,
    GONE
  }

  public MovedNodes {
    how = Collections.unmodifiableMap(new LinkedHashMap<>(how));
  }

  /** Of two pictures of one selection, which a fetch lies between. */
  public static MovedNodes between(Hierarchy before, Hierarchy after) {
    var how = new LinkedHashMap<NodeId, How>();
    var old = new LinkedHashMap<NodeId, HierarchyNode>();
    before.nodes().forEach(node -> old.put(node.id(), node));
    for (HierarchyNode node : after.nodes()) {
      HierarchyNode was = old.remove(node.id());
      if (was == null) {
        how.put(node.id(), How.APPEARED);
      } else if (!same(was, node)) {
        how.put(node.id(), How.CHANGED);
      }
    }
    old.keySet().forEach(id -> how.put(id, How.GONE));
    return new MovedNodes(how);
  }

  private static boolean same(HierarchyNode a, HierarchyNode b) {
    return a.application().equals(b.application())
        && a.unresolved().equals(b.unresolved())
        && a.dormant().equals(b.dormant())
        && a.rendered().equals(b.rendered())
        && a.objects().equals(b.objects());
  }

  /** How many nodes are different. */
  public int size() {
    return how.size();
  }
}
