package dev.layerscope.ui.workspace;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sample workspace, opened once for all tests. */
public final class Sample {
  public static final Path FOLDER = Path.of("sample-workspace");
  private static final Map<Selection, Hierarchy> RESOLVED = new ConcurrentHashMap<>();

  private Sample() {}

  /** The sample at a selection. */
  public static Hierarchy at(Selection selection) {
    return RESOLVED.computeIfAbsent(
        selection, s -> Resolve.resolve(Open.SAMPLE, s, Progress.SILENT));
  }

  /** A folder of clones that lasts as long as the tests. */
  public static Path clones() {
    return Open.CLONES;
  }

  private static final class Open {
    static final Path CLONES = folder();
    static final Opened SAMPLE = open();

    private static Path folder() {
      try {
        return Files.createDirectories(Path.of("target", "sample-clones"));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private static Opened open() {
      try {
        return new OpenWorkspace(CLONES).open(FOLDER, Progress.SILENT);
      } catch (dev.layerscope.workspace.WorkspaceException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
