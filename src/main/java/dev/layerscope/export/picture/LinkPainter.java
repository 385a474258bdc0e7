package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.How;
import dev.layerscope.layout.Places.Rectangle;
import java.util.Set;

/**
 * Draws the lines between cards: right edge, trunk in the gap, left edge; siblings share the trunk.
 */
final class LinkPainter {
  private static final double TRUNK = 26;
  private static final double PORT = 44;

  private final Brush brush;

  /** How a line looks. */
  private record Pen(Tone tone, double thick, double on, double off) {}

  LinkPainter(Brush brush) {
    this.brush = brush;
  }

  /** The chain to the root is drawn last, so that no other line crosses it. */
  void paint(
      Sheet sheet, Camera camera, Rectangle seen, GraphPainter.View view, Set<Integer> chain) {

    for (Sheet.Link link : sheet.links()) {
      if (!onChain(link, chain) && inSight(link, seen)) {
        brush.alpha(view.dims(link.to().index()) ? 0.3 : 1);
        draw(link, camera, pen(sheet, link, view));
      }
    }
    brush.alpha(1);
    for (Sheet.Link link : sheet.links()) {
      if (onChain(link, chain) && inSight(link, seen)) {
        draw(link, camera, new Pen(Tone.ACCENT, 2, 0, 0));
      }
    }
  }

  private static boolean onChain(Sheet.Link link, Set<Integer> chain) {
    return link.kind() != Sheet.Kind.EXTRA && chain.contains(link.to().index());
  }

  private static boolean inSight(Sheet.Link link, Rectangle seen) {
    Rectangle a = link.from().box();
    Rectangle b = link.to().box();
    double left = Math.min(a.x(), b.x()) - TRUNK;
    double right = Math.max(a.right(), b.right()) + TRUNK;
    double top = Math.min(a.y(), b.y());
    double bottom = Math.max(a.bottom(), b.bottom()) + TRUNK;
    return left < seen.right() && right > seen.x() && top < seen.bottom() && bottom > seen.y();
  }

  private static Pen pen(Sheet sheet, Sheet.Link link, GraphPainter.View view) {
    var node = sheet.picture().node(link.to().index());
    Mark mark = view.marks().get(node.id());
    if (mark == Mark.ADDED) {
      return new Pen(Tone.DIFF_ADDED, 2, 0, 0);
    }
    if (mark == Mark.REMOVED) {
      return new Pen(Tone.DIFF_REMOVED, 1, 4, 3);
    }
    if (view.reaches(link.from().index()) && view.reaches(link.to().index())) {
      return new Pen(Tone.ACCENT, 2, 0, 0);
    }
    if (node.unresolved().isPresent()) {
      return new Pen(Tone.EDGE, 1, 4, 3);
    }
    return link.how() == How.GENERATED ? new Pen(Tone.EDGE, 1, 2, 2) : new Pen(Tone.EDGE, 1, 0, 0);
  }

  private void draw(Sheet.Link link, Camera camera, Pen pen) {
    switch (link.kind()) {
      case COMPANION -> companion(link, camera, pen);
      case TREE -> tree(link, camera, pen);
      case EXTRA -> extra(link, camera, pen);
    }
  }

  private void companion(Sheet.Link link, Camera camera, Pen pen) {
    double x = Math.rint(camera.toScreenX(link.from().box().x() + 24));
    double top = Math.rint(camera.toScreenY(link.from().box().bottom()));
    brush.vertical(
        pen.tone(),
        x,
        top,
        Math.rint(camera.toScreenY(link.to().box().y())),
        pen.thick(),
        pen.on(),
        pen.off());
  }

  private void tree(Sheet.Link link, Camera camera, Pen pen) {
    double right = Math.rint(camera.toScreenX(link.from().box().right()));
    double trunk = Math.rint(camera.toScreenX(link.to().box().x() - TRUNK));
    double left = Math.rint(camera.toScreenX(link.to().box().x()));
    double fromY = Math.rint(camera.toScreenY(link.from().box().y() + PORT));
    double toY = Math.rint(camera.toScreenY(link.to().box().y() + PORT));
    brush.horizontal(pen.tone(), right, trunk, fromY, pen.thick(), pen.on(), pen.off());
    if (fromY != toY) {
      brush.vertical(pen.tone(), trunk, fromY, toY + pen.thick(), pen.thick(), pen.on(), pen.off());
    }
    brush.horizontal(pen.tone(), trunk, left, toY, pen.thick(), pen.on(), pen.off());
  }

  /**
   * Another parent's line runs beside the trunk and ends lower on the card; one that goes back
   * passes below both.
   */
  private void extra(Sheet.Link link, Camera camera, Pen pen) {
    Rectangle from = link.from().box();
    Rectangle to = link.to().box();
    double right = Math.rint(camera.toScreenX(from.right()));
    double out = Math.rint(camera.toScreenX(from.right() + 14));
    double in = Math.rint(camera.toScreenX(to.x() - 14));
    double left = Math.rint(camera.toScreenX(to.x()));
    double fromY = Math.rint(camera.toScreenY(from.y() + PORT + 20));
    double toY = Math.rint(camera.toScreenY(to.y() + PORT + 20));
    boolean forward = to.x() > from.right();
    double passY =
        forward ? fromY : Math.rint(camera.toScreenY(Math.max(from.bottom(), to.bottom()) + 12));
    brush.horizontal(pen.tone(), right, out, fromY, 1, pen.on(), pen.off());
    brush.vertical(pen.tone(), out, fromY, passY, 1, pen.on(), pen.off());
    brush.horizontal(pen.tone(), out, in, passY, 1, pen.on(), pen.off());
    brush.vertical(pen.tone(), in, passY, toY, 1, pen.on(), pen.off());
    brush.horizontal(pen.tone(), in, left, toY, 1, pen.on(), pen.off());
  }
}
