package dev.layerscope.cli;

import dev.layerscope.workspace.Workspace;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which roots a command looks at. */
final class RootsOption {
  @Option(
      names = "--root",
      paramLabel = "NAME",
      description = "Only this root; may be given several times.")
  private List<String> roots = List.of();

  /**
   * Their names; empty for all.
   *
   * @throws UsageException when the workspace has no root of a name
   */
  Set<String> in(Workspace workspace) throws UsageException {
    return WorkspaceOptions.roots(workspace, roots);
  }
}
