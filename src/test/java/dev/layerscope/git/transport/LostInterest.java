package dev.layerscope.git.transport;

import dev.layerscope.work.Progress;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** A person who leaves as soon as the server has been asked. */
final class LostInterest implements Progress {
  private volatile OptionalLong since = OptionalLong.empty();

  /**
   * @param asked open until there is something to lose interest in
   */
  LostInterest(CountDownLatch asked) {
    Thread.ofVirtual().start(() -> leave(asked));
  }

  private void leave(CountDownLatch asked) {
    try {
      asked.await();
      since = OptionalLong.of(System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void report(String what, long done, long total) {}

  @Override
  public boolean cancelled() {
    return since.isPresent();
  }

  /** From the cancel, whether anybody had looked at it yet or not, until now. */
  Duration sinceCancel() {
    return Duration.ofNanos(System.nanoTime() - since.orElseThrow());
  }
}
