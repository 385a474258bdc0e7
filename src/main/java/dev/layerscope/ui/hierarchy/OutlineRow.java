package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;

/** A row of the outline. */
public sealed interface OutlineRow {
  /** The hidden top, and the place-holder for rows not yet made. */
  record Top() implements OutlineRow {}

  /**
   * A root.
   *
   * @param reached how many nodes it reaches
   */
  record OfRoot(ResolvedRoot root, int reached) implements OutlineRow {}

  /** A node of a root's tree. */
  record OfNode(TreePicture picture, int at) implements OutlineRow {
    public HierarchyNode node() {
      return picture.node(at);
    }

    public NodeId id() {
      return node().id();
    }
  }
}
