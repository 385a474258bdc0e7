package dev.layerscope.render.helm.worker;

import dev.layerscope.render.helm.worker.HelmLibrary.Sum;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The unpacked library, kept for the next program. Believed only when it is the very file that lies
 * in the program's archive, every byte of it; whatever else lies there is replaced. Programs that
 * run at once replace it whole. May be deleted at any time.
 */
final class KeptLibrary {
  private static final int PIECE = 1 << 20;

  private KeptLibrary() {}

  /**
   * The library in a folder, unpacked there if need be; empty when it cannot be kept there.
   *
   * @param folder of nothing else
   */
  static Optional<Path> in(Path folder) {
    try {
      Optional<Sum> wanted = HelmLibrary.sum();
      if (wanted.isEmpty()) {
        return Optional.empty();
      }
      Path file = folder.resolve("helm-%08x.so".formatted(wanted.get().crc()));
      if (!isWhole(file, wanted.get())) {
        unpack(folder, file);
        return isWhole(file, wanted.get()) ? Optional.of(file) : Optional.empty();
      }
      return Optional.of(file);
    } catch (IOException full) {
      return Optional.empty(); // It is unpacked for this program alone.
    }
  }

  private static void unpack(Path folder, Path file) throws IOException {
    makeOwn(folder);
    try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, "helm-*")) {
      for (Path other : others) {
        Files.deleteIfExists(other); // of another version, or broken; whoever has it open keeps it
      }
    }
    Path beside = Files.createTempDirectory(folder, "new-");
    try {
      HelmLibrary.unpack(beside.resolve("helm.so"));
      Files.move(
          beside.resolve("helm.so"),
          file,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } finally {
      WorkerFolder.remove(beside);
    }
  }

  /** Whoever could write here could have programs of this user run what he likes. */
  private static void makeOwn(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static boolean isWhole(Path file, Sum wanted) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) != wanted.bytes()) {
      return false;
    }
    var sum = new CRC32();
    ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      while (in.read(piece) >= 0) {
        sum.update(piece.flip());
        piece.clear();
      }
    }
    return sum.getValue() == wanted.crc();
  }
}
