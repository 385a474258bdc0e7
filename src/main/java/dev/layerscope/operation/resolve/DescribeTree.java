package dev.layerscope.operation.resolve;

import dev.layerscope.export.TreeDocument;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.workspace.Workspace;
import java.util.Optional;

/** Puts a hierarchy together with what an export says about the workspace and its repositories. */
public final class DescribeTree {
  private DescribeTree() {}

  public static TreeDocument of(Opened opened, Selection selection, Hierarchy hierarchy) {
    Workspace workspace = opened.workspace();
    Optional<Workspace.Environment> environment =
        selection.environmentName().flatMap(workspace::environment);
    var states =
        opened.repositories().all().stream()
            .map(access -> new TreeDocument.RepositoryState(access, branch(access, environment)))
            .toList();
    return new TreeDocument(workspace.name(), selection.environmentName(), states, hierarchy);
  }

  private static Optional<String> branch(
      Access access, Optional<Workspace.Environment> environment) {
    if (!(access instanceof Access.Available(RepoUrl url, Clone clone))) {
      return Optional.empty();
    }
    return environment.isPresent() ? environment.get().branchOf(url) : clone.defaultBranch();
  }
}
