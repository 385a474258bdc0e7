package dev.layerscope.git.clones;

import dev.layerscope.git.GitException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.eclipse.jgit.lib.Constants;

/**
 * What a program that died in the middle of a fetch leaves in a clone: lock files, which would stop
 * every later one, and packs that were never finished. A pack without its index would even be taken
 * for one that is here when it comes again. Whoever holds the clone's lock may take them away:
 * nobody else is at work there.
 */
final class Leftovers {
  private Leftovers() {}

  /**
   * @param clone a managed clone, whose lock is held
   * @throws GitException of kind {@code DISK} when they cannot be taken away
   */
  static void remove(Path clone) throws GitException {
    try {
      Files.walkFileTree(clone, new Sweep(clone.resolve(Constants.OBJECTS)));
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot tidy up " + clone + ": " + e.getMessage(), e);
    }
  }

  private static final class Sweep extends SimpleFileVisitor<Path> {
    private final Path objects;

    Sweep(Path objects) {
      this.objects = objects;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      // Loose objects have no leftovers that matter, and there may be many of them.
      boolean loose = objects.equals(folder.getParent()) && !folder.endsWith("pack");
      return loose ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = file.getFileName().toString();
      boolean lock = name.endsWith(".lock");
      boolean unfinished =
          file.startsWith(objects)
              && (name.startsWith("incoming_") || name.startsWith("noz") || name.endsWith(".tmp"));
      if (lock || unfinished || isHalf(file, name)) {
        Files.deleteIfExists(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /**
     * A pack and its index belong together; a note that nobody may collect it ends with the fetch.
     */
    private boolean isHalf(Path file, String name) {
      if (!name.startsWith("pack-") || !file.startsWith(objects)) {
        return false;
      }
      String base = name.replaceFirst("\\.[a-z]+$", "");
      return name.endsWith(".keep")
          || Files.notExists(file.resolveSibling(base + ".pack"))
          || name.endsWith(".pack") && Files.notExists(file.resolveSibling(base + ".idx"));
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
