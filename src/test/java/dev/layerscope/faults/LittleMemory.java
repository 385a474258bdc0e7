package dev.layerscope.faults;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.nio.file.Path;

/** Resolves the workspace in a folder, and prints each node with its findings. */
final class LittleMemory {
  private LittleMemory() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    try (Opened opened =
        new OpenWorkspace(folder.resolve("clones")).open(folder, Progress.SILENT)) {
      Hierarchy hierarchy = Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
      for (HierarchyNode node : hierarchy.nodes()) {
        System.out.println(
            "node "
                + node.name()
                + " "
                + node.findings().stream().map(f -> f.code() + " " + f.message()).toList());
      }
    }
  }
}
