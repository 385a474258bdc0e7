package dev.layerscope.git.clones;

import dev.layerscope.git.RepoUrl;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A managed clone as it lies on the disk.
 *
 * @param remote where it was cloned from, without a secret
 * @param bytes on disk
 * @param fetchedAt when the remote was last asked
 * @param unpushed whether it holds commits of ours that the remote has not: they are nowhere else
 */
public record KeptClone(
    Path folder, String remote, long bytes, Optional<Instant> fetchedAt, boolean unpushed) {
  /** The folder's name, which people use to name it. */
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /** Whether it is the clone of a repository. */
  public boolean isOf(RepoUrl url) {
    return name().equals(CloneFolders.name(url) + ".git");
  }
}
