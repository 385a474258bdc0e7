package dev.layerscope.hierarchy;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What only the whole graph shows: Applications with several parents, circles, and those that declare themselves. */
final class GraphFindings {
  private GraphFindings() {}

  static Map<NodeId, List<Finding>> of(Hierarchy hierarchy) {
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    for (HierarchyNode node : hierarchy.nodes()) {
      if (node.kind() != NodeKind.GROUP) {
        shared(hierarchy, node, findings);
        selfManaged(hierarchy, node, findings);
      }
    }
    hierarchy.cycles().forEach(cycle -> cycle(hierarchy, cycle, findings));
    return findings;
  }

  private static void shared(Hierarchy hierarchy, HierarchyNode node, Map<NodeId, List<Finding>> findings) {
    List<HierarchyNode> parents =
        hierarchy.parentsOf(node.id()).stream().filter(parent -> !parent.id().equals(node.id())).toList();
    if (parents.size() > 1) {
      String names = String.join(" and ", parents.stream().map(HierarchyNode::name).sorted().toList());
      add(
          findings,
          node.id(),
          new Finding(
              FindingCode.SHARED_APPLICATION_WARNING,
              node.kind().text() + "/" + node.name() + " is part of applications " + names + ": they fight over it",
              places(hierarchy, node.id())));
    }
  }

  private static void selfManaged(Hierarchy hierarchy, HierarchyNode node, Map<NodeId, List<Finding>> findings) {
    hierarchy.declarationsOf(node.id()).stream()
        .filter(edge -> edge.from().filter(node.id()::equals).isPresent())
        .findFirst()
        .ifPresent(
            edge ->
                add(
                    findings,
                    node.id(),
                    Finding.of(
                        FindingCode.SELF_MANAGED_INFO, node.name() + " declares itself: it is self-managed", edge.declaredIn())));
  }

  private static void cycle(Hierarchy hierarchy, Set<NodeId> cycle, Map<NodeId, List<Finding>> findings) {
    String names = String.join(", ", cycle.stream().map(NodeId::name).toList());
    for (NodeId id : cycle) {
      add(
          findings,
          id,
          new Finding(
              FindingCode.APPLICATION_CYCLE_WARNING,
              "Applications declare each other in a circle: " + names,
              places(hierarchy, id)));
    }
  }

  private static List<Location> places(Hierarchy hierarchy, NodeId id) {
    return hierarchy.declarationsOf(id).stream().map(Edge::declaredIn).distinct().sorted().toList();
  }

  private static void add(Map<NodeId, List<Finding>> findings, NodeId id, Finding finding) {
    findings.computeIfAbsent(id, unused -> new ArrayList<>()).add(finding);
  }
}
