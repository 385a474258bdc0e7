package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Camera;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.ui.common.Motion;
import java.util.Optional;
import javafx.animation.Transition;

/** How the camera gets from one place to another: gliding, and never in anybody's way. */
final class Flight {
  private static final double MARGIN = Plane.MARGIN;
  private static final double MOVING = 160;

  private final Plane view;
  private final Motion time;
  private Optional<Transition> motion = Optional.empty();

  /**
   * @param time how long movements take
   */
  Flight(Plane view, Motion time) {
    this.view = view;
    this.time = time;
  }

  private Camera camera() {
    return view.camera();
  }

  void zoomBy(double factor) {
    zoomTo(camera().zoom() * factor);
  }

  void zoomTo(double zoom) {
    double target = Math.clamp(zoom, Camera.MIN, Camera.MAX);
    double middleX = view.getWidth() / 2;
    double middleY = view.getHeight() / 2;
    glide(
        target,
        middleX - camera().toSheetX(middleX) * target,
        middleY - camera().toSheetY(middleY) * target);
  }

  void fit() {
    view.extent().ifPresent(sheet -> fit(sheet, 1));
  }

  void fitSelection() {
    view.chosen().ifPresent(box -> fit(box, 1.5));
  }

  private void fit(Rectangle box, double atMost) {
    double across = (view.getWidth() - 2 * MARGIN) / Math.max(1, box.width());
    double down = (view.getHeight() - 2 * MARGIN) / Math.max(1, box.height());
    double target = Math.clamp(Math.min(atMost, Math.min(across, down)), Camera.MIN, Camera.MAX);
    glide(
        target,
        (view.getWidth() - box.width() * target) / 2 - box.x() * target,
        Math.max(MARGIN, (view.getHeight() - box.height() * target) / 2) - box.y() * target);
  }

  /** Moves the selection into sight, as little as needed. */
  void reveal() {
    view.chosen()
        .ifPresent(box -> {
          double zoom = camera().zoom();
          double left = camera().toScreenX(box.x());
          double top = camera().toScreenY(box.y());
          double dx = shift(left, left + box.width() * zoom, view.getWidth());
          double bottom = top + box.height() * zoom;
          double dy = shift(top, bottom, view.getHeight());
          dy -= below(left + dx, left + dx + box.width() * zoom, top + dy, bottom + dy);
          if (dx != 0 || dy != 0) {
            glide(zoom, camera().x() + dx, camera().y() + dy);
          }
        });
  }

  /** How far something lies below what floats over the canvas, so that moving it up shows it. */
  private double below(double left, double right, double top, double bottom) {
    return view.covered()
        .filter(over ->
            left < over.right() && right > over.x() && top < over.bottom() && bottom > over.y())
        .map(over -> Math.min(bottom + MARGIN / 2 - over.y(), Math.max(0, top - MARGIN)))
        .orElse(0.0);
  }

  private static double shift(double from, double to, double room) {
    if (from < MARGIN) {
      return MARGIN - from;
    }
    return to > room - MARGIN ? Math.max(room - MARGIN - to, MARGIN - from) : 0;
  }

  /** Puts the selection in the middle. */
  void center() {
    double zoom = camera().zoom();
    view.chosen()
        .ifPresent(box ->
            glide(
                zoom,
                view.getWidth() / 2 - box.centerX() * zoom,
                view.getHeight() / 2 - box.centerY() * zoom));
  }

  /** Goes there at once. */
  void centerOn(double sheetX, double sheetY) {
    camera()
        .moveTo(
            view.getWidth() / 2 - sheetX * camera().zoom(),
            view.getHeight() / 2 - sheetY * camera().zoom());
    view.repaint();
  }

  void stop() {
    motion.ifPresent(Transition::stop);
    motion = Optional.empty();
  }

  private void glide(double zoom, double x, double y) {
    motion.ifPresent(Transition::stop);
    double zoom0 = camera().zoom();
    double x0 = camera().x();
    double y0 = camera().y();
    Transition glide =
        Steps.over(
            time.of(MOVING),
            part -> {
              camera()
                  .set(zoom0 + (zoom - zoom0) * part, x0 + (x - x0) * part, y0 + (y - y0) * part);
              view.repaint();
            });
    motion = Optional.of(glide);
    glide.play();
  }
}
