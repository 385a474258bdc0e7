package dev.layerscope.ui.hierarchy;

import java.util.function.DoubleConsumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;

/** A movement as a row of steps, slower toward the end. */
final class Steps {
  private Steps() {}

  /**
   * @param time none at all means one step to the end
   * @param step gets how much of the way is done, 0 to 1; the last is 1
   */
  static Transition over(Duration time, DoubleConsumer step) {
    return new Transition() {
      {
        // A transition of no length never takes its last step.
        setCycleDuration(time.greaterThan(Duration.ZERO) ? time : Duration.millis(1));
        setInterpolator(Interpolator.EASE_OUT);
      }

      @Override
      protected void interpolate(double part) {
        step.accept(part);
      }
    };
  }
}
