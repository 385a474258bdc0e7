package dev.layerscope.git.transport;

import dev.layerscope.work.Progress;
import java.time.Duration;

/**
 * While open, ends what is under way within a moment of a cancel: a read that hangs does not look
 * at a flag.
 */
final class HangUp implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Runnable end;
  private final Progress progress;
  private boolean over;

  private HangUp(Progress progress, Runnable end) {
    this.end = end;
    this.progress = progress;
  }

  /**
   * @param end closes a connection; called again and again until this is closed
   */
  static HangUp onCancel(Progress progress, Runnable end) {
    var watch = new HangUp(progress, end);
    Thread.ofVirtual().start(watch::watch);
    return watch;
  }

  private void watch() {
    try {
      while (endIfCancelled()) {
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean endIfCancelled() {
    if (!over && progress.cancelled()) {
      end.run();
    }
    return !over;
  }

  @Override
  public synchronized void close() {
    over = true;
  }
}
