package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Glyph;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Layer glyphs as small images in the pixels of the screen, made once for each colour and size: a
 * polygon that is filled anew for every card of every frame costs more than its card.
 */
final class GlyphImages {
  private static final int MOST = 600;
  private static final int FINE = 4;

  private final Map<Key, Image> images = new HashMap<>();

  private record Key(Glyph glyph, boolean hollow, int side, Color color) {}

  /**
   * A glyph that fills an image.
   *
   * @param side width and height in pixels
   */
  Image get(Glyph glyph, boolean hollow, int side, Color color) {
    if (images.size() > MOST) {
      images.clear();
    }
    return images.computeIfAbsent(new Key(glyph, hollow, side, color), GlyphImages::draw);
  }

  /** Each pixel is as strong as the part of it that the glyph covers. */
  private static Image draw(Key key) {
    var image = new WritableImage(key.side(), key.side());
    double[] xs = key.glyph().xs(0, key.side());
    double[] ys = key.glyph().ys(0, key.side());
    double thick = key.hollow() ? 1.5 * key.side() / Glyph.SIZE : key.side();
    for (int y = 0; y < key.side(); y++) {
      for (int x = 0; x < key.side(); x++) {
        double part = covered(xs, ys, key.side(), thick, x, y);
        if (part > 0) {
          image.getPixelWriter().setColor(x, y, key.color().deriveColor(0, 1, 1, part));
        }
      }
    }
    return image;
  }

  private static double covered(
      double[] xs, double[] ys, int side, double thick, double left, double top) {
    int hits = 0;
    for (double y = top + 0.5 / FINE; y < top + 1; y += 1.0 / FINE) {
      for (double x = left + 0.5 / FINE; x < left + 1; x += 1.0 / FINE) {
        double depth = xs.length == 0 ? inCircle(side, x, y) : inPolygon(xs, ys, x, y);
        hits += depth >= 0 && depth <= thick ? 1 : 0;
      }
    }
    return (double) hits / (FINE * FINE);
  }

  /** How far inside a point is; below 0 outside. */
  private static double inCircle(int side, double x, double y) {
    return side / 2.0 - Math.hypot(x - side / 2.0, y - side / 2.0);
  }

  private static double inPolygon(double[] xs, double[] ys, double x, double y) {
    boolean inside = false;
    double near = Double.MAX_VALUE;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      if (ys[i] > y != ys[j] > y && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
        inside = !inside;
      }
      near = Math.min(near, toLine(xs[i], ys[i], xs[j], ys[j], x, y));
    }
    return inside ? near : -near;
  }

  private static double toLine(double x1, double y1, double x2, double y2, double x, double y) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy);
    double at = Math.clamp(along, 0, 1);
    return Math.hypot(x - x1 - at * dx, y - y1 - at * dy);
  }
}
