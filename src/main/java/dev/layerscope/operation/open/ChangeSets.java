package dev.layerscope.operation.open;

import dev.layerscope.git.commit.LocalCommits;
import java.nio.file.Path;
import java.time.Clock;

/** Where the commits of this machine are written down, so that they can be finished and undone. */
public final class ChangeSets {
  private ChangeSets() {}

  /**
   * @param clones the folder of the managed clones
   */
  public static LocalCommits beside(Path clones) {
    return new LocalCommits(clones.resolve("change-sets"), Clock.systemUTC());
  }
}
