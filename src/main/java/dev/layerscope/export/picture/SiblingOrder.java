package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.layout.Forest;
import java.util.Comparator;
import java.util.List;

/**
 * In which order what one node declares is drawn. Layers come first, so that their chain reads
 * along the top; projects last. Else as rendered, but many leaves come after what has something
 * below it, so that they stand together.
 */
record SiblingOrder(Hierarchy hierarchy) {
  private enum Rank {
    LAYER,
    OTHER,
    LEAF,
    PROJECT
  }

  List<HierarchyNode> of(HierarchyNode parent) {
    List<HierarchyNode> children = hierarchy.childrenOf(parent.id());
    boolean many = children.stream().filter(this::isLeaf).count() > Forest.LONGEST_COLUMN;
    return children.stream()
        .sorted(Comparator.comparing((HierarchyNode child) -> rank(child, many)))
        .toList();
  }

  private Rank rank(HierarchyNode child, boolean leavesApart) {
    boolean layer =
        hierarchy.childrenOf(child.id()).stream()
            .anyMatch(below -> below.isResources() && below.layer().equals(child.layer()));
    if (layer) {
      return Rank.LAYER;
    }
    if (child.kind() == NodeKind.APP_PROJECT) {
      return Rank.PROJECT;
    }
    return leavesApart && isLeaf(child) ? Rank.LEAF : Rank.OTHER;
  }

  private boolean isLeaf(HierarchyNode node) {
    return hierarchy.childrenOf(node.id()).isEmpty();
  }
}
