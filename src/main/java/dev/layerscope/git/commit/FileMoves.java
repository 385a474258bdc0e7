package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files outside of git that change together with branches, such as the workspace file. */
public final class FileMoves {
  private FileMoves() {}

  /**
   * Writes one file whole, if it says what it is said to say.
   *
   * @throws GitException of kind {@code MOVED} when it says something else by now, {@code DISK}
   *     when it cannot be written; then nothing was changed
   */
  public static void move(ChangeSet.FileMove file) throws GitException {
    refuse(List.of(file));
    try {
      write(file.path(), file.after());
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot write " + file.path() + ": " + e.getMessage(), e);
    }
  }

  /** What the file says now; empty when it is not there. */
  static Optional<String> now(ChangeSet.FileMove file) throws IOException {
    return Files.exists(file.path())
        ? Optional.of(Files.readString(file.path()))
        : Optional.empty();
  }

  /** Whether every file is as it was before, or as it is to be. */
  static boolean known(List<ChangeSet.FileMove> files) throws IOException {
    for (ChangeSet.FileMove file : files) {
      Optional<String> now = now(file);
      if (!now.equals(file.before()) && !now.equals(file.after())) {
        return false;
      }
    }
    return true;
  }

  /** Writes beside the file and puts it in its place, so that it is whole at every moment. */
  static void write(Path path, Optional<String> text) throws IOException {
    if (text.isEmpty()) {
      Files.deleteIfExists(path);
      return;
    }
    // A link stays a link: what it leads to is written.
    Path real = Files.exists(path) ? path.toRealPath() : path;
    Path unfinished = real.resolveSibling("." + real.getFileName() + ".unfinished");
    WholeText.write(text.get(), unfinished, real);
  }

  /**
   * @throws GitException when a file cannot be written, or says something else by now
   */
  static void refuse(List<ChangeSet.FileMove> files) throws GitException {
    for (ChangeSet.FileMove file : files) {
      try {
        Path folder =
            Optional.ofNullable(file.path().toAbsolutePath().getParent()).orElse(file.path());
        if (Files.exists(file.path())
            ? !Files.isWritable(file.path())
            : !Files.isWritable(folder)) {
          throw new GitException(
              GitException.Kind.DISK,
              file.path() + " cannot be written, and this change needs it. Nothing was changed.");
        }
        if (!now(file).equals(file.before())) {
          throw new GitException(
              GitException.Kind.MOVED,
              file.path() + " has changed since this was planned. Plan it again.");
        }
      } catch (IOException e) {
        throw new GitException(
            GitException.Kind.DISK, "Cannot read " + file.path() + ": " + e.getMessage(), e);
      }
    }
  }
}
