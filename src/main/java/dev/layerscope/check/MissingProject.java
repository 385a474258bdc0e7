package dev.layerscope.check;

import dev.layerscope.argocd.Application;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An Application whose project is declared nowhere in its control plane (mistake 7). Said only in
 * an estate that keeps its projects in git at all: elsewhere they are made by other means, and
 * nobody here can tell.
 */
public final class MissingProject implements Rule.OfEstate {
  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    Hierarchy hierarchy = estate.hierarchy();
    Set<String> declared =
        hierarchy.nodes().stream()
            .filter(node -> node.kind() == NodeKind.APP_PROJECT)
            .map(node -> key(node.id().controlPlane(), node.name()))
            .collect(Collectors.toSet());
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    if (declared.isEmpty()) {
      return findings;
    }
    for (HierarchyNode node : hierarchy.nodes()) {
      node.application()
          .map(Application::project)
          .filter(project -> !project.equals("default"))
          .filter(project -> !declared.contains(key(node.id().controlPlane(), project)))
          .ifPresent(project -> findings.put(node.id(), List.of(finding(node, project, estate))));
    }
    return findings;
  }

  private static Finding finding(HierarchyNode node, String project, Estate estate) {
    return Finding.of(
            FindingCode.MISSING_PROJECT_ERROR,
            "Application referencing project " + project + " which does not exist",
            node.manifest().locationOf("spec", "project"))
        .notSurerThan(
            estate
                .unknownDelivery(new Cluster(node.id().controlPlane(), ""))
                .map(who -> Certainty.assumed("nor does " + who + " bring the project"))
                .orElse(Certainty.EXACT));
  }

  private static String key(String controlPlane, String project) {
    return controlPlane + "/" + project;
  }
}
