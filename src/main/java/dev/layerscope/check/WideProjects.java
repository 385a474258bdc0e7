package dev.layerscope.check;

import dev.layerscope.argocd.AppProject;
import dev.layerscope.argocd.AppProjectReader;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import java.util.List;

/** A project that permits everything, and so no more than {@code default} does. */
public final class WideProjects implements Rule.OfNode {
  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    if (node.kind() != NodeKind.APP_PROJECT || node.name().equals("default")) {
      return List.of();
    }
    AppProject project = AppProjectReader.read(node.manifest());
    boolean anywhere =
        project.destinations().stream()
            .anyMatch(
                d -> d.namespace().equals("*") && (d.server().equals("*") || d.name().equals("*")));
    boolean anything =
        project.clusterWhitelist().stream()
            .anyMatch(k -> k.kind().equals("*") && k.group().equals("*"));
    return project.sourceRepos().contains("*") && anywhere && anything
        ? List.of(
            Finding.of(
                FindingCode.WIDE_PROJECT_INFO,
                node.name() + " permits any repository, any destination and any kind",
                node.manifest().location()))
        : List.of();
  }
}
