package dev.layerscope.work;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What came of work on another thread. */
public final class Awaited {
  private Awaited() {}

  /**
   * The answer; what the work threw is thrown here as it was.
   *
   * @throws InterruptedException when whoever waits is interrupted; the work goes on
   * @throws IllegalStateException when the work threw a checked exception
   */
  public static <T> T of(Future<T> work) throws InterruptedException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException ours -> throw ours;
        case Error fatal -> throw fatal;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
