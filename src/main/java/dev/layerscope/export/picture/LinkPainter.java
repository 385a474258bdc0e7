package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.How;
import dev.layerscope.layout.Places.Rectangle;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Draws the lines between cards: right edge, trunk in the gap, left edge; siblings share the trunk.
 */
final class LinkPainter {
  private static final double TRUNK = 26;
  private static final double PORT = 44;

  /** Below this a trunk's branches are shorter than three pixels. */
  private static final double COARSE = 0.1;

  private final Brush brush;

  LinkPainter(Brush brush) {
    this.brush = brush;
  }

  /** The chain to the root is drawn last, so that no other line crosses it. */
  void paint(
      Sheet sheet,
      InSight sorted,
      Camera camera,
      Rectangle seen,
      GraphPainter.View view,
      BitSet chain) {
    for (InSight.Fan fan : sorted.fans()) {
      if (fan.box().intersects(seen)) {
        fan(sheet, fan, camera, seen, view, chain);
      }
    }
    brush.alpha(1);
    for (int at = chain.nextSetBit(0); at >= 0; at = chain.nextSetBit(at + 1)) {
      Sheet.Card to = sheet.byIndex().get(at);
      Sheet.Card from = sheet.byIndex().get(sheet.picture().parent(at));
      if (to != null && from != null) {
        boolean companion = sheet.picture().isCompanion(at);
        var kind = companion ? Sheet.Kind.COMPANION : Sheet.Kind.TREE;
        draw(new Sheet.Link(from, to, kind, How.PLAIN), camera, seen, Pen.STRONG);
      }
    }
  }

  /**
   * Of the lines that only pass by, to cards above or below what is in sight, one of each look and
   * column is drawn: they run over each other.
   */
  private void fan(
      Sheet sheet,
      InSight.Fan fan,
      Camera camera,
      Rectangle seen,
      GraphPainter.View view,
      BitSet chain) {
    if (camera.zoom() < COARSE) {
      coarse(sheet, fan, camera, seen, view, chain);
      return;
    }
    int passed = 0;
    double column = Double.NaN;
    for (Sheet.Link link : fan.links()) {
      if (link.to().box().x() != column) {
        column = link.to().box().x();
        passed = 0;
      }
      if (!onChain(link, chain) && inSight(link, seen)) {
        boolean dim = view.dims(link.to().index());
        Pen pen = pen(sheet, link, view);
        int side = passes(link, seen);
        int look = side < 0 ? 0 : pen.passing(side > 0, dim);
        if (look == 0 || (passed & look) == 0) {
          passed |= look;
          brush.alpha(dim ? 0.3 : 1);
          draw(link, camera, seen, pen);
        }
      }
    }
  }

  /**
   * Where what leads from the trunk to a card is shorter than anybody could see, the trunk alone is
   * drawn: of lines of one look to one column the last, which is the longest.
   */
  private void coarse(
      Sheet sheet,
      InSight.Fan fan,
      Camera camera,
      Rectangle seen,
      GraphPainter.View view,
      BitSet chain) {
    List<Sheet.Link> links =
        fan.links().stream().filter(link -> !onChain(link, chain) && inSight(link, seen)).toList();
    for (int i = 0; i < links.size(); i++) {
      Sheet.Link link = links.get(i);
      Pen pen = pen(sheet, link, view);
      boolean dim = view.dims(link.to().index());
      boolean followed =
          i + 1 < links.size()
              && link.kind() == Sheet.Kind.TREE
              && links.get(i + 1).kind() == Sheet.Kind.TREE
              && links.get(i + 1).to().box().x() == link.to().box().x()
              && pen(sheet, links.get(i + 1), view) == pen
              && view.dims(links.get(i + 1).to().index()) == dim;
      if (!followed) {
        brush.alpha(dim ? 0.3 : 1);
        draw(link, camera, seen, pen);
      }
    }
  }

  /** 0 for a line that ends above what is in sight, 1 for below; -1 for one whose end is seen. */
  private static int passes(Sheet.Link link, Rectangle seen) {
    Rectangle to = link.to().box();
    if (link.kind() != Sheet.Kind.TREE || to.bottom() > seen.y() && to.y() < seen.bottom()) {
      return -1;
    }
    return to.bottom() <= seen.y() ? 0 : 1;
  }

  private static boolean onChain(Sheet.Link link, BitSet chain) {
    return link.kind() != Sheet.Kind.EXTRA && chain.get(link.to().index());
  }

  private static boolean inSight(Sheet.Link link, Rectangle seen) {
    Rectangle a = link.from().box();
    Rectangle b = link.to().box();
    Optional<Double> rail = link.to().rail();
    boolean column = b.x() - TRUNK < seen.right() && b.x() > seen.x();
    if (rail.isPresent() && !column && !(rail.get() > seen.y() && rail.get() < seen.bottom())) {
      return false;
    }
    return Math.min(a.y(), b.y()) < seen.bottom()
        && Math.max(a.bottom(), b.bottom()) + TRUNK > seen.y()
        && Math.min(a.x(), b.x()) - TRUNK < seen.right()
        && Math.max(a.right(), b.right()) + TRUNK > seen.x();
  }

  /** The box of a ghost and of the line that leads to it. */
  static Rectangle around(Sheet.Ghost ghost) {
    Rectangle from = ghost.from().box();
    double top = Math.min(from.y(), ghost.box().y());
    double bottom = Math.max(from.bottom(), ghost.box().bottom());
    return roomy(from.x(), top, ghost.box().right(), bottom);
  }

  /** A box with the room that lines beside its cards take. */
  static Rectangle roomy(double left, double top, double right, double bottom) {
    return new Rectangle(
        left - TRUNK, top - TRUNK, right - left + 2 * TRUNK, bottom - top + 2 * TRUNK);
  }

  private static Pen pen(Sheet sheet, Sheet.Link link, GraphPainter.View view) {
    var node = sheet.picture().node(link.to().index());
    Mark mark = view.marks().isEmpty() ? null : view.marks().get(node.id());
    if (mark == Mark.ADDED) {
      return Pen.ADDED;
    }
    if (mark == Mark.REMOVED) {
      return Pen.REMOVED;
    }
    if (view.reaches(link.from().index()) && view.reaches(link.to().index())) {
      return Pen.STRONG;
    }
    if (node.unresolved().isPresent()) {
      return Pen.UNRESOLVED;
    }
    return link.how() == How.GENERATED ? Pen.GENERATED : Pen.PLAIN;
  }

  private void draw(Sheet.Link link, Camera camera, Rectangle seen, Pen pen) {
    switch (link.kind()) {
      case COMPANION -> companion(link, camera, pen);
      case TREE -> tree(link, camera, seen, pen);
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

  /**
   * Right edge, trunk, left edge. To a card of a later column the way runs above those it passes,
   * so that no line seems to leave a sibling.
   */
  private void tree(Sheet.Link link, Camera camera, Rectangle seen, Pen pen) {
    var trace = new Trace(brush, camera, seen, pen);
    Rectangle from = link.from().box();
    Rectangle to = link.to().box();
    double trunk = Math.rint(camera.toScreenX(to.x() - TRUNK));
    double toY = Math.rint(camera.toScreenY(to.y() + PORT));
    double at = Math.rint(camera.toScreenY(from.y() + PORT));
    double right = Math.rint(camera.toScreenX(from.right()));
    if (link.to().rail().isPresent()) {
      double first = Math.rint(camera.toScreenX(from.right() + TRUNK));
      double rail = Math.rint(camera.toScreenY(link.to().rail().get()));
      trace.across(right, first, at);
      trace.down(first, rail, at);
      right = first;
      at = rail;
    }
    trace.across(right, trunk, at);
    if (at != toY) {
      trace.down(trunk, at, toY + pen.thick());
    }
    trace.across(trunk, Math.rint(camera.toScreenX(to.x())), toY);
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
