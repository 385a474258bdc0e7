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
 * control plane that keeps its projects in git. One that keeps none, in an estate where others do,
 * has projects made by other means, unless its Applications keep to {@code default} but for a few:
 * then nothing speaks for such projects, and it is said as assumed.
 */
public final class MissingProject implements Rule.OfEstate {
  /** One Application in so many may name another project before that is a sign of projects. */
  private static final int EXCEPTION = 10;

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
    if (declared.isEmpty()) {
      return findings;
    }
    Map<String, List<String>> named = named(hierarchy);
    for (HierarchyNode node : hierarchy.nodes()) {
      String plane = node.id().controlPlane();
      Set<String> here = declared.getOrDefault(plane, Set.of());
      node.application()
          .map(Application::project)
          .filter(project -> !isDefault(project) && !here.contains(project))
          .filter(project -> !here.isEmpty() || keepToDefault(named.getOrDefault(plane, List.of())))
          .ifPresent(
              project -> findings.put(node.id(), List.of(finding(node, project, here, estate))));
    }
    return findings;
  }

  /** The projects that the Applications of each control plane name. */
  private static Map<String, List<String>> named(Hierarchy hierarchy) {
    return hierarchy.nodes().stream()
        .filter(node -> node.application().isPresent())
        .collect(
            Collectors.groupingBy(
                node -> node.id().controlPlane(),
                Collectors.flatMapping(
                    node -> node.application().map(Application::project).stream(),
                    Collectors.toList())));
  }

  private static boolean keepToDefault(List<String> projects) {
    long others = projects.stream().filter(project -> !isDefault(project)).count();
    return others * EXCEPTION <= projects.size();
  }

  private static boolean isDefault(String project) {
    return project.equals("default");
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
            declared.isEmpty()
                ? Certainty.assumed("this Argo CD keeps no projects in git, others do")
                : Certainty.EXACT)
        .notSurerThan(
            estate
                .unknownDelivery(new Cluster(node.id().controlPlane(), ""))
                .map(who -> Certainty.assumed("nor does " + who + " bring the project"))
                .orElse(Certainty.EXACT));
  }
}
