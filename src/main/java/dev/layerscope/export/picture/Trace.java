package dev.layerscope.export.picture;

import dev.layerscope.layout.Places.Rectangle;

/**
 * Draws level and upright pieces of lines on the canvas, in whole pixels. Of a long piece only what
 * is in sight is drawn; its dashes stay where they are.
 */
record Trace(Brush brush, Camera camera, Rectangle seen, Pen pen) {
  /**
   * @param x1 where it begins, on the canvas
   * @param x2 further right
   */
  void across(double x1, double x2, double y) {
    double start = begin(x1, camera.toScreenX(seen.x()));
    double end = Math.min(x2, Math.ceil(camera.toScreenX(seen.right())));
    if (end > start && within(y, camera.toScreenY(seen.y()), camera.toScreenY(seen.bottom()))) {
      brush.horizontal(pen.tone(), start, end, y, pen.thick(), pen.on(), pen.off());
    }
  }

  /** Between two heights in any order. */
  void down(double x, double y1, double y2) {
    double start = begin(Math.min(y1, y2), camera.toScreenY(seen.y()));
    double end = Math.min(Math.max(y1, y2), Math.ceil(camera.toScreenY(seen.bottom())));
    if (end > start && within(x, camera.toScreenX(seen.x()), camera.toScreenX(seen.right()))) {
      brush.vertical(pen.tone(), x, start, end, pen.thick(), pen.on(), pen.off());
    }
  }

  /** The first whole dash that reaches into sight. */
  private double begin(double from, double edge) {
    double period = Math.max(1, pen.on() + pen.off());
    double before = edge - from;
    return before <= 0 ? from : from + Math.floor(before / period) * period;
  }

  private boolean within(double at, double from, double to) {
    return at + pen.thick() >= from && at - pen.thick() <= to;
  }
}
