package dev.layerscope.hierarchy;

import dev.layerscope.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A node as somebody declares it, before it is looked into.
 *
 * @param findings about the declaration
 * @param bud when there is something to look into
 */
record Sprout(Edge edge, HierarchyNode node, List<Finding> findings, Optional<Bud> bud) {
  NodeId id() {
    return node.id();
  }
}
