package dev.layerscope.operation.resolve;

import dev.layerscope.check.CheckMemory;
import dev.layerscope.check.DistrictChecks;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.workspace.EnvironmentRevisions;
import dev.layerscope.workspace.Waivers;
import dev.layerscope.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs every rule over a hierarchy, lays the findings on the nodes, and sets aside what the
 * workspace waives.
 */
final class WorkspaceChecks {
  private final Workspace workspace;
  private final DistrictChecks checks;

  WorkspaceChecks(Workspace workspace, Repositories repositories, CheckMemory memory) {
    this.workspace = workspace;
    this.checks =
        new DistrictChecks(
            memory,
            workspace.kinds(),
            url -> existingBranches(workspace, repositories, url),
            repositories);
  }

  Hierarchy addTo(Hierarchy hierarchy) {
    Hierarchy checked = hierarchy.withFindings(checks.run(hierarchy));
    return Waivers.apply(workspace, checked, LocalDate.now(ZoneOffset.UTC));
  }

  private static Map<String, String> existingBranches(
      Workspace workspace, Repositories repositories, RepoUrl url) {
    var branches = new LinkedHashMap<>(EnvironmentRevisions.branchesByEnvironment(workspace, url));
    if (repositories.at(url)
        instanceof Repositories.Access.Available(RepoUrl ignored, Clone clone)) {
      branches.values().removeIf(branch -> clone.branch(branch).isEmpty());
      return branches;
    }
    return Map.of();
  }
}
