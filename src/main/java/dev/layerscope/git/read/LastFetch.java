package dev.layerscope.git.read;

import dev.layerscope.git.GitException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** What a clone tells of the time it was last fetched into: when, and whether all was wanted. */
public final class LastFetch {
  private LastFetch() {}

  /** Whether the history ends before its beginning: only a part was asked for. In memory all is. */
  public static boolean isShallow(Repository repository) {
    File folder = repository.getDirectory();
    return folder != null && Files.isRegularFile(folder.toPath().resolve(Constants.SHALLOW));
  }

  /** The file whose time says when the remote was last asked; git writes it, too. */
  public static Path file(Repository repository) {
    return repository.getDirectory().toPath().resolve(Constants.FETCH_HEAD);
  }

  /**
   * When the remote was last asked; empty when it never was.
   *
   * @param file see {@link #file}
   */
  public static Optional<Instant> at(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException never) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the time of " + file, e);
    }
  }

  /** Notes that the remote was asked just now. */
  public static void note(Repository repository) throws GitException {
    Path file = file(repository);
    try {
      if (Files.notExists(file)) {
        Files.createFile(file);
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
