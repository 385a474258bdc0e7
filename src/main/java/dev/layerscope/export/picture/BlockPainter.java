package dev.layerscope.export.picture;

import org.jspecify.annotations.Nullable;

/**
 * Draws cards that are too small for anything but their colour. Those that stand upon each other
 * without a gap that could be seen, and look the same, are one box: of ten thousand cards in sight
 * two thousand boxes are drawn.
 */
final class BlockPainter {
  /** So little between two cards is no gap that tells them apart. */
  private static final double GAP = 1;

  private static final double STRIPE = 3;

  private final Brush brush;
  private @Nullable Block run;

  /**
   * A block on the canvas.
   *
   * @param finding the colour of the worst that was found; null for nothing
   */
  record Block(
      double x, double y, double w, double h, Tone tone, @Nullable Tone finding, double alpha) {
    private boolean goesOn(Block above) {
      double gap = y - above.y - above.h;
      return x == above.x
          && w == above.w
          && tone == above.tone
          && finding == above.finding
          && alpha == above.alpha
          && gap >= 0
          && gap <= GAP;
    }

    private Block with(Block below) {
      return new Block(x, y, w, below.y + below.h - y, tone, finding, alpha);
    }
  }

  BlockPainter(Brush brush) {
    this.brush = brush;
  }

  /** Draws a block, now or with those that follow it. */
  void add(Block block) {
    if (run != null && block.goesOn(run)) {
      run = run.with(block);
      return;
    }
    end();
    run = block;
  }

  /** Draws what is still waiting. */
  void end() {
    if (run != null) {
      brush.alpha(run.alpha);
      brush.fill(run.tone, run.x, run.y, run.w, run.h);
      if (run.finding != null) {
        brush.fill(run.finding, run.x + run.w - STRIPE, run.y, STRIPE, run.h);
      }
      brush.alpha(1);
      run = null;
    }
  }
}
