package dev.layerscope.operation;

import dev.layerscope.check.Annotations;
import dev.layerscope.check.ApplicationSetTemplates;
import dev.layerscope.check.Checks;
import dev.layerscope.check.ChildWaves;
import dev.layerscope.check.Credentials;
import dev.layerscope.check.CustomResources;
import dev.layerscope.check.EmptyApplication;
import dev.layerscope.check.Estate;
import dev.layerscope.check.Finalizers;
import dev.layerscope.check.LeftoverFiles;
import dev.layerscope.check.ManualParent;
import dev.layerscope.check.MissingProject;
import dev.layerscope.check.Namespaces;
import dev.layerscope.check.OperatorGroups;
import dev.layerscope.check.ProjectPermissions;
import dev.layerscope.check.PrunePolicy;
import dev.layerscope.check.ReleaseNames;
import dev.layerscope.check.RepositorySpellings;
import dev.layerscope.check.SharedResources;
import dev.layerscope.check.SourceRevisions;
import dev.layerscope.check.TeamRepositories;
import dev.layerscope.check.WideProjects;
import dev.layerscope.check.WrongEnvironmentRevision;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.workspace.EnvironmentRevisions;
import dev.layerscope.workspace.Waivers;
import dev.layerscope.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs every rule over a hierarchy, lays the findings on the nodes, and sets aside what the
 * workspace waives.
 */
final class WorkspaceChecks {
  private final Workspace workspace;
  private final Checks checks;

  WorkspaceChecks(Workspace workspace, Repositories repositories) {
    this.workspace = workspace;
    Map<RepoUrl, Map<String, String>> branches = new HashMap<>();
    this.checks =
        new Checks(
            List.of(
                new WrongEnvironmentRevision(url ->
                    branches.computeIfAbsent(
                        url, u -> existingBranches(workspace, repositories, u))),
                new EmptyApplication(),
                new ManualParent(),
                new MissingProject(),
                new SharedResources(),
                new CustomResources(),
                new ChildWaves(),
                new Finalizers(),
                new PrunePolicy(),
                new Annotations(),
                new Namespaces(),
                new OperatorGroups(),
                new RepositorySpellings(),
                new TeamRepositories(),
                new ProjectPermissions(),
                new WideProjects(),
                new LeftoverFiles(repositories),
                new Credentials(),
                new SourceRevisions(),
                new ReleaseNames(),
                new ApplicationSetTemplates()));
  }

  Hierarchy addTo(Hierarchy hierarchy) {
    Hierarchy checked = hierarchy.withFindings(checks.run(new Estate(hierarchy)));
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
