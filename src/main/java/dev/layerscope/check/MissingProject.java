package dev.layerscope.check;

import dev.layerscope.argocd.Application;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Nearest;
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
 * An Application whose project is declared nowhere in its control plane (mistake 7). Said of a
 * control plane that keeps its projects in git: one that keeps none there has them made by other
 * means.
 */
public final class MissingProject implements Rule.OfEstate {
  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    Hierarchy hierarchy = estate.hierarchy();
    Map<String, Set<String>> declared =
        hierarchy.nodes().stream()
            .filter(node -> node.kind() == NodeKind.APP_PROJECT)
            .collect(
                Collectors.groupingBy(
                    node -> node.id().controlPlane(),
                    Collectors.mapping(HierarchyNode::name, Collectors.toSet())));
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    for (HierarchyNode node : hierarchy.nodes()) {
      Set<String> here = declared.getOrDefault(node.id().controlPlane(), Set.of());
      node.application()
          .map(Application::project)
          .filter(project -> !here.isEmpty())
          .filter(project -> !project.equals("default") && !here.contains(project))
          .ifPresent(
              project -> findings.put(node.id(), List.of(finding(node, project, here, estate))));
    }
    return findings;
  }

  private static Finding finding(
      HierarchyNode node, String project, Set<String> declared, Estate estate) {
    return Finding.of(
            FindingCode.MISSING_PROJECT_ERROR,
            "Application referencing project "
                + project
                + " which does not exist"
                + Nearest.question(project, declared),
            node.manifest().locationOf("spec", "project"))
        .notSurerThan(
            estate
                .unknownDelivery(new Cluster(node.id().controlPlane(), ""))
                .map(who -> Certainty.assumed("nor does " + who + " bring the project"))
                .orElse(Certainty.EXACT));
  }
}
