package dev.layerscope.ui.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Asks and waits for the toolkit's thread from another one, as measurements do. */
final class Toolkit {
  /** Longer than any answer takes on a busy machine: it ends a run that hangs. */
  private static final int PATIENCE_IN_SECONDS = 300;

  private Toolkit() {}

  /** What a question asked on the toolkit's thread is answered. */
  static <T> T on(Callable<T> question) throws Exception {
    var answer = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        answer.complete(question.call());
      } catch (Exception e) {
        answer.completeExceptionally(e);
      }
    });
    return answer.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits until so many frames have passed. */
  static void frames(int count) throws Exception {
    var passed = new CompletableFuture<Boolean>();
    Platform.runLater(() ->
        new AnimationTimer() {
          private int left = count;

          @Override
          public void handle(long now) {
            if (--left <= 0) {
              stop();
              passed.complete(true);
            }
          }
        }.start());
    passed.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
  }
}
