package dev.layerscope.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of this machine read as a repository: what lies on the disk now, committed or not.
 * Nothing outside its root is read, and links are followed only inside it.
 *
 * @param snapshot of the work tree the folder belongs to; when it belongs to none, of the disk as
 *     far up as it may be read
 * @param path of the folder in there
 */
public record LocalFolder(Snapshot snapshot, TreePath path) {
  private static final String NO_COMMIT = "0".repeat(40);

  /**
   * Finds the work tree around a folder.
   *
   * @throws IOException when the folder is not there
   */
  public static LocalFolder at(Path folder) throws IOException {
    Path real = folder.toRealPath();
    Path root = root(real);
    TreePath path = TreePath.ROOT;
    for (Path name : root.relativize(real)) {
      path = name.toString().isEmpty() ? path : path.child(name.toString());
    }
    var url = new RepoUrl(root.toUri().toString());
    var objects = new DiskObjects(url);
    return new LocalFolder(new Snapshot(url, NO_COMMIT, objects.idOf(root), objects), path);
  }

  private static Path root(Path folder) {
    for (Path above = folder; above != null; above = above.getParent()) {
      if (Files.exists(above.resolve(".git"))) {
        return above;
      }
    }
    Path root = folder;
    while (root.getParent() != null && Files.isReadable(root.getParent())) {
      root = root.getParent();
    }
    return root;
  }
}
