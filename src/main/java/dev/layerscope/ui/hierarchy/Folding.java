package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.Unfolding;
import dev.layerscope.ui.common.Motion;
import java.util.Optional;
import javafx.animation.Transition;

/** Cards that glide to their new places when some open or close, while all can be used already. */
final class Folding {
  private static final double OPENING = 140;

  private final Motion time;
  private final Runnable repaint;
  private Optional<Transition> step = Optional.empty();
  private Optional<Sheet> onItsWay = Optional.empty();

  /**
   * @param time how long movements take
   */
  Folding(Motion time, Runnable repaint) {
    this.time = time;
    this.repaint = repaint;
  }

  /** What is drawn while cards are on their way. */
  Optional<Sheet> onItsWay() {
    return onItsWay;
  }

  /**
   * From one sheet to the next.
   *
   * @param dx how far the new sheet has been moved, so that the selection keeps its place
   */
  void begin(Sheet before, Sheet now, double dx, double dy) {
    if (time.reduced() || before.cards().size() == now.cards().size()) {
      return;
    }
    Unfolding.of(before, now, dx, dy)
        .ifPresent(way -> {
          Transition fresh =
              Steps.over(
                  time.of(OPENING),
                  part -> {
                    onItsWay = part < 1 ? Optional.of(way.at(part)) : Optional.empty();
                    repaint.run();
                  });
          step = Optional.of(fresh);
          fresh.play();
        });
  }

  /** Everything is where it belongs at once. */
  void settle() {
    step.ifPresent(Transition::stop);
    step = Optional.empty();
    onItsWay = Optional.empty();
  }
}
