package dev.layerscope.cli;

import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.workspace.Spelling;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What every command on a workspace takes. */
final class WorkspaceOptions {
  @Parameters(
      index = "0",
      paramLabel = "WORKSPACE",
      description = "A folder with workspace.yaml, or the file.")
  private Path workspace = Path.of(".");

  @Mixin private ClonesOption clones = new ClonesOption();

  Opened open() throws WorkspaceException {
    return new OpenWorkspace(
            clonesFolder(), remark -> Terminal.remark("layerscope: " + remark + "."))
        .open(workspace, new TerminalProgress());
  }

  /** What the file says, without anything being cloned. */
  Workspace read() throws WorkspaceException {
    return WorkspaceFile.read(workspace);
  }

  Path clonesFolder() {
    return clones.folder();
  }

  /** Root names that exist. */
  static Set<String> roots(Workspace workspace, List<String> names) throws UsageException {
    List<String> known = workspace.roots().stream().map(Workspace.RootEntry::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw unknown("root", name, known);
      }
    }
    return new LinkedHashSet<>(names);
  }

  static UsageException unknown(String what, String name, List<String> known) {
    Optional<String> nearest = Spelling.nearest(name, known);
    String hint =
        nearest
            .map(n -> " Did you mean “" + n + "”?")
            .orElse(
                known.isEmpty()
                    ? ""
                    : " There are: " + String.join(", ", new ArrayList<>(known)) + ".");
    return new UsageException("there is no " + what + " “" + name + "” in the workspace." + hint);
  }
}
