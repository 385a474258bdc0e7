package dev.layerscope.operation;

import dev.layerscope.check.EmptyApplication;
import dev.layerscope.check.ManualParent;
import dev.layerscope.check.MissingProject;
import dev.layerscope.check.Rule;
import dev.layerscope.check.WrongEnvironmentRevision;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.workspace.EnvironmentRevisions;
import dev.layerscope.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs every rule over a hierarchy and lays the findings on the nodes. */
final class WorkspaceChecks {
  private final List<Rule> rules;

  WorkspaceChecks(Workspace workspace, Repositories repositories) {
    rules =
        List.of(
            new WrongEnvironmentRevision(url -> existingBranches(workspace, repositories, url)),
            new EmptyApplication(),
            new ManualParent(),
            new MissingProject());
  }

  Hierarchy addTo(Hierarchy hierarchy) {
    Hierarchy checked = hierarchy;
    for (Rule rule : rules) {
      checked = checked.withFindings(rule.check(hierarchy));
    }
    return checked;
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
