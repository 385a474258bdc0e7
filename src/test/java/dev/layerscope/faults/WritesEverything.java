package dev.layerscope.faults;

import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.FetchAll;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.operation.settings.EditWorkspace;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.WorkspaceEdit;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Does what writes outside of commits: remembers settings, changes the workspace file, clones,
 * fetches, renders and keeps the renderings. {@code FOLDER} holds {@code workspace.yaml}; with
 * {@code faults.nanos} it dies that long after its beginning, else see {@link Step}. At the end it
 * prints how long it took.
 */
final class WritesEverything {
  private WritesEverything() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    long begun = System.nanoTime();
    long limit = Long.getLong("faults.nanos", -1);
    if (limit >= 0) {
      Thread.ofPlatform().daemon().start(() -> dieAt(begun + limit));
    }
    write(folder);
    System.out.println("nanos " + (System.nanoTime() - begun));
  }

  private static void dieAt(long when) {
    while (System.nanoTime() < when) {
      LockSupport.parkNanos(Math.min(100_000, Math.max(1, when - System.nanoTime())));
    }
    Runtime.getRuntime().halt(9);
  }

  static void write(Path folder) throws Exception {
    var settings = new SettingsFile(folder.resolve("settings/window.properties"));
    settings.put("theme", "dark");
    settings.put("split", "0.3");
    Path file = folder.resolve("workspace.yaml");
    WorkspaceEdit before = EditWorkspace.read(file);
    EditWorkspace.write(
        before, new WorkspaceEdit(file, before.text().replace("name: before", "name: after")));
    Path clones = folder.resolve("clones");
    try (Opened opened = new OpenWorkspace(clones).open(file, Progress.SILENT)) {
      new FetchAll(clones).fetch(opened, Progress.SILENT);
      Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
    }
  }
}
