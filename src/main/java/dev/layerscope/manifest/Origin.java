package dev.layerscope.manifest;

import dev.layerscope.finding.Location;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;

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

  public Location line(int line) {
    return new Location(repoUrl, commit, path, line);
  }
}
