package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;
import java.util.Map;

/** One kind of mistake, looked for in a whole estate. One use each; no state. */
public sealed interface Rule {
  /** A mistake that a node shows, with what the estate knows about the others. */
  non-sealed interface OfNode extends Rule {
    /** The findings on a node. */
    List<Finding> check(HierarchyNode node, Estate estate);
  }

  /** A mistake that only several nodes together show. */
  non-sealed interface OfEstate extends Rule {
    /** The findings, by the node they lie on. */
    Map<NodeId, List<Finding>> check(Estate estate);
  }

  /**
   * Files that Applications read, each told of once in the whole estate, and files that none reads.
   */
  non-sealed interface OfFiles extends Rule {
    /** The findings, by the node they lie on. */
    Map<NodeId, List<Finding>> check(Hierarchy hierarchy);
  }
}
