package dev.layerscope.operation.place;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.operation.Selection;
import dev.layerscope.workspace.Workspace;
import java.util.Optional;

/** A repository as an environment has it: on the branch that carries the environment there. */
final class EnvironmentSnapshot {
  private EnvironmentSnapshot() {}

  /**
   * Empty when its branch is not here; of anything but an environment, the default branch.
   *
   * @param url of the clone
   */
  static Optional<Snapshot> of(Workspace workspace, Selection selection, RepoUrl url, Clone clone) {
    Optional<String> branch =
        selection
            .environmentName()
            .flatMap(workspace::environment)
            .flatMap((Workspace.Environment environment) -> environment.branchOf(url));
    return switch (clone.resolve(branch)) {
      case Resolution.Resolved(var revision) -> clone.snapshot(revision.commit());
      case Resolution.Ambiguous(var revision, var ignored) -> clone.snapshot(revision.commit());
      case Resolution.Unresolved ignored -> Optional.empty();
    };
  }
}
