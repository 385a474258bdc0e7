package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Source;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * A fault of ours while one source is rendered, held up so that the rest of the estate is shown
 * (decision 85).
 */
final class Stumbled {
  private Stumbled() {}

  /** Whether somebody lost interest, which is no fault. */
  static boolean isCancelled(RuntimeException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof CancellationException) {
        return true;
      }
    }
    return false;
  }

  /** Names the source, the kind of the fault and our own line; nothing of what the file holds. */
  static String over(Source source, RuntimeException fault) {
    String where =
        Arrays.stream(fault.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.layerscope"))
            .findFirst()
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("nowhere of ours");
    return "rendering %s stumbled, a fault of Layerscope (%s at %s): what it makes is unknown"
        .formatted(source.path().orElse("it"), fault.getClass().getSimpleName(), where);
  }
}
