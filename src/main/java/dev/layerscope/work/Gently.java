package dev.layerscope.work;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/**
 * Work that nobody waits for takes one core at most, whatever it is spread over otherwise: streams
 * and {@link AtOnce} go one after the other in it.
 */
public final class Gently {
  private static final ScopedValue<Boolean> ONE_CORE = ScopedValue.newInstance();

  private Gently() {}

  /** Whether whoever asks is within such work. */
  static boolean isNow() {
    return ONE_CORE.isBound();
  }

  /**
   * Does it, and waits for it.
   *
   * @throws Exception what the work throws
   */
  public static <T> T call(Callable<T> work) throws Exception {
    // A parallel stream stays in the pool it is begun in.
    try (var core = new ForkJoinPool(1)) {
      return core.submit(() -> ScopedValue.where(ONE_CORE, true).call(work::call)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ours ? ours : e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var cancelled = new CancellationException("interrupted");
      cancelled.initCause(e);
      throw cancelled;
    }
  }
}
