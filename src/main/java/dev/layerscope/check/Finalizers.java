package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens when an Application is deleted (mistake 32, specification §1.9): without the
 * finalizer what it manages stays behind; with it on one that declares others, everything below
 * goes. Whether a leaf should have one is a matter of the house, so one without is only told where
 * its siblings have it.
 */
public final class Finalizers implements Rule.OfNode {
  private static final String CASCADE = "resources-finalizer.argocd.argoproj.io";

  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    if (node.application().isEmpty()) {
      return List.of();
    }
    List<HierarchyNode> children = estate.childrenOf(node);
    if (children.isEmpty()) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    if (cascades(node)) {
      String sentence = "deleting %s deletes all that it declares".formatted(node.name());
      findings.add(
          Finding.of(
                  FindingCode.CASCADING_PARENT_INFO,
                  sentence + ", %d in all".formatted(estate.hierarchy().countBelow(node.id())),
                  node.manifest().locationOf("metadata", "finalizers"))
              .knownBy(sentence));
    }
    List<HierarchyNode> leaves =
        children.stream().filter(c -> c.application().isPresent() && estate.isLeaf(c)).toList();
    List<HierarchyNode> without = leaves.stream().filter(leaf -> !cascades(leaf)).toList();
    int with = leaves.size() - without.size();
    if (!without.isEmpty() && with > without.size() && with > 1) {
      findings.add(
          new Finding(
                  FindingCode.MISSING_FINALIZER_INFO,
                  "%s of %d below %s %s without the finalizer that the others have: removed from git,"
                          .formatted(
                              names(without),
                              leaves.size(),
                              node.name(),
                              without.size() == 1 ? "is" : "are")
                      + " what they deployed stays behind",
                  without.stream().map(leaf -> leaf.manifest().location()).toList())
              .knownBy(names(without)));
    }
    return findings;
  }

  private static String names(List<HierarchyNode> nodes) {
    return String.join(", ", nodes.stream().map(HierarchyNode::name).sorted().toList());
  }

  private static boolean cascades(HierarchyNode node) {
    return Estate.application(node).finalizers().stream().anyMatch(f -> f.startsWith(CASCADE));
  }
}
