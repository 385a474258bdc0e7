package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.List;

/**
 * A parent that is synced by hand leaves its children as they were until somebody does (mistake
 * 33).
 */
public final class ManualParent implements Rule.OfNode {
  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    boolean manual = node.application().filter(a -> !a.syncPolicy().automated()).isPresent();
    List<HierarchyNode> children = manual ? estate.childrenOf(node) : List.of();
    if (children.isEmpty()) {
      return List.of();
    }
    String who =
        children.size() == 1
            ? children.getFirst().name() + " stays as it was"
            : children.size() + " children stay as they were";
    return List.of(
        Finding.of(
            FindingCode.MANUAL_PARENT_WARNING,
            "%s is synced by hand: %s until somebody does".formatted(node.name(), who),
            node.manifest().location()));
  }
}
