package dev.layerscope.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * A file a result is written to, there whole or not at all, with the rights that any new file of
 * the user has or the ones it had. A link stays and what it leads to is written; a pipe or device
 * ({@code /dev/null}) is written to and never replaced.
 */
record ResultFile(Path path) {
  void write(byte[] content) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(path + " is a folder; nothing was written");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      Files.write(path, content, StandardOpenOption.WRITE);
      return;
    }
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new FileNotFoundException(
          "there is no folder " + (folder == null ? path : folder) + "; nothing was written");
    }
    Path unfinished = folder.resolve(".layerscope-" + UUID.randomUUID() + ".tmp");
    try {
      Files.write(unfinished, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      rightsOf(target, unfinished);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void rightsOf(Path old, Path made) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(made, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null && Files.exists(old)) {
      view.setPermissions(Files.getPosixFilePermissions(old));
    }
  }
}
