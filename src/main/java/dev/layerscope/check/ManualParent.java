package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parent that is synced by hand leaves its children as they were until somebody does (mistake
 * 33).
 */
public final class ManualParent implements Rule {
  @Override
  public Map<NodeId, List<Finding>> check(Hierarchy hierarchy) {
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    for (HierarchyNode node : hierarchy.nodes()) {
      boolean manual = node.application().filter(a -> !a.syncPolicy().automated()).isPresent();
      List<String> children =
          hierarchy.childrenOf(node.id()).stream()
              .filter(c -> c.kind() == NodeKind.APPLICATION || c.kind() == NodeKind.APPLICATION_SET)
              .map(HierarchyNode::name)
              .toList();
      if (manual && !children.isEmpty()) {
        findings.put(
            node.id(),
            List.of(
                Finding.of(
                    FindingCode.MANUAL_PARENT_WARNING,
                    "%s is synced by hand: %s stay as they were until somebody does"
                        .formatted(
                            node.name(),
                            children.size() == 1
                                ? children.getFirst()
                                : children.size() + " children"),
                    node.manifest().location())));
      }
    }
    return findings;
  }
}
