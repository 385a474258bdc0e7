package dev.layerscope.ui.shell;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import javafx.animation.AnimationTimer;

/**
 * Time between frames, and what of the processor the toolkit's thread took in each. A frame is a
 * pulse of the toolkit, which does not come before the one before it has been painted.
 */
final class FrameMeter extends AnimationTimer {
  private static final int FIRST = 5;

  private final Runnable move;
  private final IntSupplier cards;
  private final List<Double> between = new ArrayList<>();
  private final List<Double> work = new ArrayList<>();
  private long lastTime;
  private long lastWork;
  private long drawn;
  private int frames;

  /**
   * @param move what is done in every frame
   * @param cards how many are drawn
   */
  FrameMeter(Runnable move, IntSupplier cards) {
    this.move = move;
    this.cards = cards;
  }

  @Override
  public void handle(long now) {
    long time = System.nanoTime();
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (frames++ > FIRST) {
      between.add((time - lastTime) / 1e6);
      work.add((spent - lastWork) / 1e6);
      drawn += cards.getAsInt();
    }
    lastTime = time;
    lastWork = spent;
    move.run();
  }

  static double part(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1.0, part * sorted.size()));
  }

  /** One row of the table: frames, cards, time between frames, work. */
  String row(String what) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.1f | %.1f | %.1f | %.1f |",
        what,
        between.size(),
        drawn / Math.max(1, between.size()),
        part(between, 0.5),
        part(between, 0.95),
        part(work, 0.5),
        part(work, 0.95));
  }
}
