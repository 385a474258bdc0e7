package dev.layerscope.ui.common;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A part of the window that is made when it is first wanted, so that what nobody looks at costs
 * nothing at the start. For the window's thread alone.
 *
 * @param <T> what is made
 */
public final class Late<T> {
  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  public Late(Supplier<T> maker) {
    this.maker = maker;
  }

  /** The one that is made the first time, and that one from then on. */
  public T get() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
