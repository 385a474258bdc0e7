package dev.layerscope.cli;

import dev.layerscope.workspace.UserFolders;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where managed clones live. */
final class ClonesOption {
  @Option(
      names = "--clones",
      paramLabel = "DIR",
      description = "Where managed clones live (or LAYERSCOPE_CLONES).")
  private @Nullable Path clones;

  Path folder() {
    return clones == null ? UserFolders.clones() : clones;
  }
}
