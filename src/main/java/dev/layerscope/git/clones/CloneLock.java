package dev.layerscope.git.clones;

import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Held by whoever changes a clone: one program at a time, one thread of it. Reading needs none. The
 * operating system lets go of it when the program dies.
 */
public final class CloneLock implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final FileChannel channel;

  private CloneLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * The file that is locked: beside the clone, not in it, as it is held while there is none yet.
   */
  public static Path beside(Path clone) {
    return clone.resolveSibling(
        clone.getFileName().toString().replaceFirst("\\.git$", "") + ".lock");
  }

  /**
   * Waits a little for the lock.
   *
   * @throws GitException of kind {@code DISK} when somebody else keeps it
   */
  public static CloneLock take(Path file, RepoUrl url, Progress progress) throws GitException {
    return take(file, url, progress, PATIENCE);
  }

  public static CloneLock take(Path file, RepoUrl url, Progress progress, Duration patience)
      throws GitException {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      while (true) {
        progress.stopIfCancelled();
        Optional<CloneLock> taken = tryOnce(file);
        if (taken.isPresent()) {
          return taken.get();
        }
        if (System.nanoTime() > deadline) {
          throw new GitException(
              GitException.Kind.DISK,
              "The clone of "
                  + url.display()
                  + " is being changed by another window or command ("
                  + file
                  + " is locked).");
        }
        Thread.sleep(PAUSE);
      }
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot write " + file + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("interrupted");
    }
  }

  private static Optional<CloneLock> tryOnce(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new CloneLock(channel));
      }
    } catch (OverlappingFileLockException heldByAnotherThread) {
      // falls through: the same as held by another program
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws GitException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot release the lock of a clone: " + e.getMessage(), e);
    }
  }
}
