package dev.layerscope.operation.place;

import dev.layerscope.export.ImpactDocument;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;

/** Puts a blast radius together with what an export says about it. */
public final class DescribeImpact {
  private DescribeImpact() {}

  public static ImpactDocument of(
      Opened opened,
      Selection selection,
      Hierarchy hierarchy,
      RepoUrl repository,
      String path,
      Impact impact) {
    return new ImpactDocument(
        opened.workspace().name(),
        selection.environmentName(),
        repository,
        path,
        impact.direct().stream().map(hierarchy::get).toList(),
        impact.reached().stream().map(hierarchy::get).toList(),
        impact.roots().stream()
            .map(root ->
                new ImpactDocument.Reached(root.name(), impact.applicationsOf(hierarchy, root)))
            .toList(),
        impact.of(),
        impact.clusters(),
        impact.manifests(),
        impact.unsure());
  }
}
