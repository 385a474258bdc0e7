package dev.layerscope.manifest;

import dev.layerscope.finding.Location;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * The file an object was written in. Many objects share one.
 *
 * @param repoUrl as the workspace spells it; empty for a file beside the workspace file
 * @param commit the full commit id; empty for a file beside the workspace file
 * @param path relative to the root of the repository
 */
public record Origin(String repoUrl, String commit, String path) {
  public static Origin of(Snapshot snapshot, TreePath path) {
    return new Origin(snapshot.url().text(), snapshot.commit(), path.value());
  }

  /** Asked of every object of an estate, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof Origin that
            && path.equals(that.path)
            && commit.equals(that.commit)
            && repoUrl.equals(that.repoUrl);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * path.hashCode() + commit.hashCode()) + repoUrl.hashCode();
  }

  public Location line(int line) {
    return new Location(repoUrl, commit, path, line);
  }
}
