package dev.layerscope.ui.common;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Hands values from other threads to the toolkit's, the newest only: what was offered while the
 * toolkit was busy is passed over.
 */
public final class Latest<T> {
  private final AtomicReference<Optional<T>> newest = new AtomicReference<>(Optional.empty());
  private final Consumer<T> taker;

  /**
   * @param taker called on the toolkit's thread
   */
  public Latest(Consumer<T> taker) {
    this.taker = taker;
  }

  /** From any thread. */
  public void offer(T value) {
    if (newest.getAndSet(Optional.of(value)).isEmpty()) {
      Background.soon(() -> newest.getAndSet(Optional.empty()).ifPresent(taker));
    }
  }
}
