package dev.layerscope.ui.hierarchy;

import dev.layerscope.ui.common.CanvasPalette;
import dev.layerscope.ui.common.Glyph;
import dev.layerscope.ui.common.LayerLook;
import dev.layerscope.ui.common.Tone;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Draws the plain things cards consist of, on whole pixels: boxes, lines, dashes, words, glyphs.
 */
final class Brush {
  private final GraphicsContext g;
  private final CanvasPalette palette;
  private final Words words;

  Brush(GraphicsContext g, CanvasPalette palette, Words words) {
    this.g = g;
    this.palette = palette;
    this.words = words;
  }

  GraphicsContext context() {
    return g;
  }

  Color color(Tone tone) {
    return palette.get(tone);
  }

  void alpha(double alpha) {
    g.setGlobalAlpha(alpha);
  }

  void fill(Tone tone, double x, double y, double w, double h) {
    g.setFill(palette.get(tone));
    g.fillRect(x, y, w, h);
  }

  /** A border inside a box, as four rectangles: faster than a stroke, and sharp. */
  void border(Tone tone, double x, double y, double w, double h, double thick) {
    g.setFill(palette.get(tone));
    g.fillRect(x, y, w, thick);
    g.fillRect(x, y + h - thick, w, thick);
    g.fillRect(x, y + thick, thick, h - 2 * thick);
    g.fillRect(x + w - thick, y + thick, thick, h - 2 * thick);
  }

  void dashedBorder(Tone tone, double x, double y, double w, double h) {
    horizontal(tone, x, x + w, y, 1, 4, 3);
    horizontal(tone, x, x + w, y + h - 1, 1, 4, 3);
    vertical(tone, x, y, y + h, 1, 4, 3);
    vertical(tone, x + w - 1, y, y + h, 1, 4, 3);
  }

  /** A horizontal line; {@code on} 0 for a solid one. */
  void horizontal(Tone tone, double x1, double x2, double y, double thick, double on, double off) {
    g.setFill(palette.get(tone));
    double from = Math.min(x1, x2);
    double to = Math.max(x1, x2);
    if (on <= 0) {
      g.fillRect(from, y, to - from, thick);
      return;
    }
    for (double x = from; x < to; x += on + off) {
      g.fillRect(x, y, Math.min(on, to - x), thick);
    }
  }

  void vertical(Tone tone, double x, double y1, double y2, double thick, double on, double off) {
    g.setFill(palette.get(tone));
    double from = Math.min(y1, y2);
    double to = Math.max(y1, y2);
    if (on <= 0) {
      g.fillRect(x, from, thick, to - from);
      return;
    }
    for (double y = from; y < to; y += on + off) {
      g.fillRect(x, y, thick, Math.min(on, to - y));
    }
  }

  /** Words with their baseline at y; returns how wide they are. */
  double text(String text, Words.Type type, double size, Tone tone, double x, double baseline) {
    g.setFont(words.font(type, size));
    g.setTextBaseline(VPos.BASELINE);
    g.setFill(palette.get(tone));
    g.fillText(text, x, baseline);
    return words.width(text, type, size);
  }

  Words words() {
    return words;
  }

  /** An icon of a font, centred in a box. */
  void icon(String literal, double size, Tone tone, double x, double y) {
    if (literal.isEmpty()) {
      return;
    }
    Words.Icon icon = words.icon(literal, size);
    g.setFont(icon.font());
    g.setTextBaseline(VPos.CENTER);
    g.setFill(palette.get(tone));
    g.fillText(icon.text(), x, y + size / 2);
  }

  void glyph(LayerLook look, boolean hollow, double x, double y, double size) {
    Glyph glyph = look.glyph();
    Color color = palette.get(look.tone());
    if (hollow) {
      double inset = 0.75 * size / Glyph.SIZE;
      g.setStroke(color);
      g.setLineWidth(1.5 * size / Glyph.SIZE);
      if (glyph.isCircle()) {
        g.strokeOval(x + inset, y + inset, size - 2 * inset, size - 2 * inset);
      } else {
        double[] xs = glyph.xs(x + inset, size - 2 * inset);
        g.strokePolygon(xs, glyph.ys(y + inset, size - 2 * inset), xs.length);
      }
      return;
    }
    g.setFill(color);
    if (glyph.isCircle()) {
      g.fillOval(x, y, size, size);
    } else {
      double[] xs = glyph.xs(x, size);
      g.fillPolygon(xs, glyph.ys(y, size), xs.length);
    }
  }
}
