package dev.layerscope.git;

import dev.layerscope.work.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A person who leaves as soon as the server has been asked. */
final class LostInterest implements Progress {
  private final CountDownLatch asked;
  private volatile Optional<Instant> since = Optional.empty();

  LostInterest(CountDownLatch asked) {
    this.asked = asked;
  }

  @Override
  public void report(String what, long done, long total) {}

  @Override
  public boolean cancelled() {
    if (asked.getCount() == 0 && since.isEmpty()) {
      since = Optional.of(Instant.now());
    }
    return since.isPresent();
  }

  Duration sinceCancel() {
    return Duration.between(since.orElseThrow(), Instant.now());
  }
}
