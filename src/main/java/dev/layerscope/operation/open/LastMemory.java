package dev.layerscope.operation.open;

import dev.layerscope.render.KeptRenderings;
import dev.layerscope.render.kustomize.tool.UsersTool;
import dev.layerscope.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was rendered for the workspace that was opened last. Opened anew, it costs what changed:
 * everything remembered is held against git before it is used. Not handed on where something else
 * than git had a say: a folder of charts, a Helm that was not there, another tool.
 */
final class LastMemory {
  private static Optional<Last> last = Optional.empty();

  private LastMemory() {}

  private record Last(Path file, ChartEngine charts, Optional<UsersTool> tool, Memory memory) {
    boolean serves(Workspace workspace, Optional<UsersTool> now) {
      return file.equals(workspace.file().toAbsolutePath())
          && tool.equals(now)
          && charts.said().isEmpty();
    }
  }

  /** Bytes of all files with renderings together. */
  private static final long MOST_ON_DISK = 512L * 1024 * 1024;

  /**
   * The memory for a workspace that is being opened.
   *
   * @param disk the folder of renderings that outlive the program
   */
  static synchronized Memory of(
      Workspace workspace, ChartEngine charts, Optional<UsersTool> tool, Path disk) {
    boolean onlyGit = workspace.chartFolder().isEmpty() && !workspace.charts().installedHelm();
    Memory memory =
        last.filter(before -> onlyGit && before.serves(workspace, tool))
            .map(Last::memory)
            .orElseGet(() -> onlyGit ? lasting(tool, disk) : new Memory());
    last =
        onlyGit
            ? Optional.of(new Last(workspace.file().toAbsolutePath(), charts, tool, memory))
            : Optional.empty();
    return memory;
  }

  private static Memory lasting(Optional<UsersTool> tool, Path disk) {
    return new Memory(Optional.of(new KeptRenderings(disk, ProgramStamp.of(tool), MOST_ON_DISK)));
  }
}
