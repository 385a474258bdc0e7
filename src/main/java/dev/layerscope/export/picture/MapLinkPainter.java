package dev.layerscope.export.picture;

import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.MapPicture.Link;
import dev.layerscope.layout.Places.Rectangle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Draws the lines of a map. Lines of roots to the same layer run together into one trunk, which
 * says how many they are; a line that passes other columns keeps to its lane.
 */
final class MapLinkPainter {
  private static final double TRUNK = 34;
  private static final double TURN = 12;

  private final Brush brush;

  MapLinkPainter(Brush brush) {
    this.brush = brush;
  }

  /** Strong lines last, so that no other one crosses them; then the numbers. */
  void paint(MapPicture map, Camera camera, Rectangle seen, MapPainter.View view) {
    for (boolean strong : new boolean[] {false, true}) {
      for (Link link : map.links()) {
        if (strong == isStrong(map, link, view) && around(map, link).intersects(seen)) {
          brush.alpha(isLit(map, link, view) ? 1 : 0.3);
          line(map, link, strong, camera);
        }
      }
    }
    if (camera.zoom() >= CardPainter.NAME) {
      counts(map, camera, view);
    }
    brush.alpha(1);
  }

  private static boolean isLit(MapPicture map, Link link, MapPainter.View view) {
    return !view.dimmed().test(map.boxes().get(link.from()))
        && !view.dimmed().test(map.boxes().get(link.to()));
  }

  private static boolean isStrong(MapPicture map, Link link, MapPainter.View view) {
    return view.reached()
        ? isLit(map, link, view)
        : view.selected().test(map.boxes().get(link.from()))
            || view.selected().test(map.boxes().get(link.to()));
  }

  private static Rectangle around(MapPicture map, Link link) {
    Rectangle from = map.boxes().get(link.from()).place();
    Rectangle to = map.boxes().get(link.to()).place();
    double top = Math.min(link.lane(), Math.min(from.y(), to.y()));
    double bottom = Math.max(link.lane(), Math.max(from.bottom(), to.bottom()));
    double left = Math.min(from.x(), to.x() - TRUNK);
    double right = Math.max(from.right() + TRUNK, to.right());
    return new Rectangle(left, top - 1, right - left, bottom - top + 2);
  }

  private void line(MapPicture map, Link link, boolean strong, Camera camera) {
    Rectangle from = map.boxes().get(link.from()).place();
    Rectangle to = map.boxes().get(link.to()).place();
    Tone tone = strong ? Tone.ACCENT : Tone.EDGE;
    double thick = strong ? 2 : 1;
    double x1 = Math.rint(camera.toScreenX(from.right()));
    double x2 = Math.rint(camera.toScreenX(to.x()));
    double trunk = Math.rint(camera.toScreenX(to.x() - TRUNK));
    double y1 = Math.rint(camera.toScreenY(from.centerY()));
    double y2 = Math.rint(camera.toScreenY(to.centerY()));
    double lane = Math.rint(camera.toScreenY(link.lane()));
    double turn = lane == y1 ? x1 : Math.rint(camera.toScreenX(from.right() + TURN));
    brush.horizontal(tone, x1, turn, y1, thick, 0, 0);
    down(tone, turn, y1, lane, thick);
    brush.horizontal(tone, turn, trunk, lane, thick, 0, 0);
    down(tone, trunk, lane, y2, thick);
    brush.horizontal(tone, trunk, x2, y2, thick, 0, 0);
  }

  private void down(Tone tone, double x, double y1, double y2, double thick) {
    if (y1 != y2) {
      brush.vertical(tone, x, Math.min(y1, y2), Math.max(y1, y2) + thick, thick, 0, 0);
    }
  }

  /** How many roots come together before a layer, and how many a layer passes on. */
  private void counts(MapPicture map, Camera camera, MapPainter.View view) {
    Map<Integer, Integer> together = new HashMap<>();
    Set<Integer> mixed = new HashSet<>();
    for (Link link : map.links()) {
      if (map.boxes().get(link.from()).isRow()) {
        together.merge(link.to(), 1, Integer::sum);
      } else {
        mixed.add(link.to());
        passedOn(map, link, camera, view);
      }
    }
    together.forEach((to, roots) -> {
      Rectangle at = map.boxes().get(to).place();
      if (roots > 1 && !mixed.contains(to)) {
        boolean strong = view.reached() && !view.dimmed().test(map.boxes().get(to));
        brush.alpha(view.dimmed().test(map.boxes().get(to)) ? 0.3 : 1);
        double y = camera.toScreenY(at.centerY());
        count(roots, camera.toScreenX(at.x() - TRUNK / 2), y, strong, camera.zoom());
      }
    });
  }

  private void passedOn(MapPicture map, Link link, Camera camera, MapPainter.View view) {
    Box from = map.boxes().get(link.from());
    if (link.roots() > 1 && from.of() > 0) {
      Rectangle to = map.boxes().get(link.to()).place();
      double x = camera.toScreenX(to.x() - TRUNK);
      double y = camera.toScreenY(link.lane());
      brush.alpha(isLit(map, link, view) ? 1 : 0.3);
      count(link.roots(), x, y, isStrong(map, link, view), camera.zoom());
    }
  }

  /** A number in a box, with its middle there. */
  private void count(int roots, double x, double y, boolean strong, double z) {
    String text = Integer.toString(roots);
    double size = 11 * Math.min(1, z);
    double wide = Math.rint(brush.words().width(text, Words.Type.SEMIBOLD, size) + 8);
    double high = Math.rint(size + 6);
    double left = Math.rint(x - wide / 2);
    double top = Math.rint(y - high / 2);
    brush.fill(Tone.SURFACE_CARD, left, top, wide, high);
    brush.border(strong ? Tone.ACCENT : Tone.EDGE, left, top, wide, high, 1);
    Tone ink = strong ? Tone.ACCENT : Tone.TEXT;
    brush.text(text, Words.Type.SEMIBOLD, size, ink, left + 4, top + size + 1);
  }
}
