package dev.layerscope.git.transport;

import dev.layerscope.work.AtOnce;
import java.util.List;
import java.util.concurrent.Callable;

/** Does something where the program does it when it waits for several remotes. */
final class OnVirtualThread {
  private OnVirtualThread() {}

  static <T> T call(Callable<T> work) throws Exception {
    var failed = new java.util.concurrent.atomic.AtomicReference<Exception>();
    List<java.util.Optional<T>> done =
        new AtOnce(1)
            .each(
                List.of(work),
                one -> {
                  try {
                    return java.util.Optional.ofNullable(one.call());
                  } catch (Exception e) {
                    failed.set(e);
                    return java.util.Optional.empty();
                  }
                });
    if (failed.get() != null) {
      throw failed.get();
    }
    return done.getFirst().orElseThrow();
  }
}
