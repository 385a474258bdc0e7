package dev.layerscope.hierarchy;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What only the whole graph shows: Applications with several parents, circles, and those that
 * declare themselves.
 */
final class GraphFindings {
  private GraphFindings() {}

  static Map<NodeId, List<Finding>> of(Hierarchy hierarchy) {
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    Map<NodeId, Set<NodeId>> circles = new HashMap<>();
    hierarchy.cycles().forEach(circle -> circle.forEach(id -> circles.put(id, circle)));
    Map<NodeId, Set<String>> declaring = declaring(hierarchy);
    Set<Set<NodeId>> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (HierarchyNode node : hierarchy.nodes()) {
      Set<NodeId> own = circles.getOrDefault(node.id(), Set.of());
      if (!own.isEmpty() && told.add(own)) {
        circle(hierarchy, node.id(), own, findings);
      }
      if (node.kind() != NodeKind.GROUP) {
        shared(hierarchy, node, circles.getOrDefault(node.id(), Set.of(node.id())), findings);
        selfManaged(hierarchy, node, findings);
        severalRoots(hierarchy, node, declaring.getOrDefault(node.id(), Set.of()), findings);
      }
    }
    return findings;
  }

  /** Parents of the node's own circle do not count: the circle is the finding. */
  private static void shared(
      Hierarchy hierarchy,
      HierarchyNode node,
      Set<NodeId> circle,
      Map<NodeId, List<Finding>> findings) {
    if (hierarchy.declarationsOf(node.id()).size() < 2) {
      return;
    }
    List<HierarchyNode> parents =
        hierarchy.parentsOf(node.id()).stream()
            .filter(parent -> !circle.contains(parent.id()))
            .toList();
    if (parents.size() > 1) {
      String names =
          String.join(" and ", parents.stream().map(HierarchyNode::name).sorted().toList());
      fought(
          hierarchy, node, " is part of applications " + names + ": they fight over it", findings);
    }
  }

  /** The names of the roots that declare a node themselves. */
  private static Map<NodeId, Set<String>> declaring(Hierarchy hierarchy) {
    Map<NodeId, Set<String>> declaring = new HashMap<>();
    for (ResolvedRoot root : hierarchy.roots()) {
      for (NodeId id : root.declared()) {
        declaring.computeIfAbsent(id, ignored -> new LinkedHashSet<>()).add(root.name());
      }
    }
    return declaring;
  }

  /** Roots of one Argo CD that declare the same thing: whoever is applied last has it. */
  private static void severalRoots(
      Hierarchy hierarchy,
      HierarchyNode node,
      Set<String> roots,
      Map<NodeId, List<Finding>> findings) {
    if (roots.size() > 1) {
      fought(
          hierarchy,
          node,
          " is declared by the roots "
              + String.join(" and ", roots)
              + ": whichever is applied last has it",
          findings);
    }
  }

  /**
   * @param by whom, and what comes of it
   */
  private static void fought(
      Hierarchy hierarchy, HierarchyNode node, String by, Map<NodeId, List<Finding>> findings) {
    add(
        findings,
        node.id(),
        new Finding(
            FindingCode.SHARED_APPLICATION_WARNING,
            node.kind().text() + "/" + node.name() + by,
            places(hierarchy, node.id())));
  }

  private static void selfManaged(
      Hierarchy hierarchy, HierarchyNode node, Map<NodeId, List<Finding>> findings) {
    for (Edge edge : hierarchy.declarationsOf(node.id())) {
      if (edge.from().filter(node.id()::equals).isPresent()) {
        add(
            findings,
            node.id(),
            Finding.of(
                FindingCode.SELF_MANAGED_INFO,
                node.name() + " declares itself: it is self-managed",
                edge.declaredIn()));
        return;
      }
    }
  }

  /** One finding for the whole circle, on its first node, with every declaration in it. */
  private static void circle(
      Hierarchy hierarchy, NodeId first, Set<NodeId> circle, Map<NodeId, List<Finding>> findings) {
    String names = String.join(", ", circle.stream().map(NodeId::name).toList());
    add(
        findings,
        first,
        new Finding(
            FindingCode.APPLICATION_CYCLE_WARNING,
            "Applications declare each other in a circle: " + names,
            circle.stream()
                .flatMap(id -> places(hierarchy, id).stream())
                .distinct()
                .sorted()
                .toList()));
  }

  private static List<Location> places(Hierarchy hierarchy, NodeId id) {
    return hierarchy.declarationsOf(id).stream().map(Edge::declaredIn).distinct().sorted().toList();
  }

  private static void add(Map<NodeId, List<Finding>> findings, NodeId id, Finding finding) {
    findings.computeIfAbsent(id, unused -> new ArrayList<>()).add(finding);
  }
}
