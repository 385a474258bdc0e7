package dev.layerscope.operation;

import dev.layerscope.check.WrongEnvironmentRevision;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.workspace.EnvironmentRevisions;
import dev.layerscope.workspace.Workspace;

/** Runs the checks that need to know the workspace, and lays their findings on the nodes. */
final class WorkspaceChecks {
  private final Workspace workspace;

  WorkspaceChecks(Workspace workspace) {
    this.workspace = workspace;
  }

  Hierarchy addTo(Hierarchy hierarchy) {
    var rule = new WrongEnvironmentRevision(url -> EnvironmentRevisions.branchesByEnvironment(workspace, url));
    return hierarchy.withFindings(rule.check(hierarchy));
  }
}
