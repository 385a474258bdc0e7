package dev.layerscope.render.kustomize.tool;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.work.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a snapshot in a folder that only this user can enter, gone when closed. Has no
 * links: one that leads to a file of the repository becomes that file, others are left out.
 */
final class PrivateCopy implements AutoCloseable {
  private static final int MOST_FILES = 20_000;
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final Path root;

  private PrivateCopy(Path root) {
    this.root = root;
  }

  /**
   * Writes the files; empty when there are too many of them.
   *
   * @param instead texts that take the place of what is in the snapshot
   */
  static Optional<PrivateCopy> of(Snapshot snapshot, Map<TreePath, String> instead)
      throws IOException {
    TreeEntry top = snapshot.find(TreePath.ROOT).orElseThrow();
    List<TreeEntry> entries = snapshot.walk(top, directory -> true);
    if (entries.size() > MOST_FILES) {
      return Optional.empty();
    }
    var copy = new PrivateCopy(Files.createTempDirectory("layerscope-kustomize-"));
    try {
      long left = MOST_BYTES;
      for (TreeEntry entry : entries) {
        left -= copy.write(snapshot, entry, instead, left);
        if (left < 0) {
          copy.close();
          return Optional.empty();
        }
      }
      return Optional.of(copy);
    } catch (IOException e) {
      copy.close();
      throw e;
    }
  }

  private long write(Snapshot snapshot, TreeEntry entry, Map<TreePath, String> instead, long atMost)
      throws IOException {
    Optional<TreeEntry> file =
        snapshot.follow(entry.path()) instanceof Snapshot.Target.Found found
            ? Optional.of(found.entry()).filter(TreeEntry::isFile)
            : Optional.empty();
    if (file.isEmpty()) {
      return 0;
    }
    long size = snapshot.size(file.get());
    if (size > atMost) {
      return size;
    }
    Path target = inside(entry.path());
    Files.createDirectories(target.getParent() == null ? root : target.getParent());
    String text = instead.get(entry.path());
    if (text == null) {
      Files.write(target, snapshot.read(file.get()));
    } else {
      Files.writeString(target, text);
    }
    return size;
  }

  /** Where a folder or file of the snapshot lies. */
  Path inside(TreePath path) {
    Path inside = root.resolve("tree").resolve(path.value()).normalize();
    if (!inside.startsWith(root)) {
      throw new IllegalArgumentException("a path that leaves the repository: " + path);
    }
    return inside;
  }

  /** An empty folder to be at home in. */
  Path home() throws IOException {
    return Files.createDirectories(root.resolve("home"));
  }

  @Override
  public void close() throws IOException {
    Folders.remove(root);
  }
}
