package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Brush;
import dev.layerscope.export.picture.Glyph;
import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.export.picture.Words;
import dev.layerscope.ui.common.CanvasPalette;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints on the window's canvas, on whole pixels. */
final class CanvasBrush implements Brush {
  private final GraphicsContext g;
  private final CanvasPalette palette;
  private final CanvasFonts fonts = new CanvasFonts();
  private final Words words = new Words(fonts);

  CanvasBrush(GraphicsContext g, CanvasPalette palette) {
    this.g = g;
    this.palette = palette;
  }

  @Override
  public Words words() {
    return words;
  }

  @Override
  public void alpha(double alpha) {
    g.setGlobalAlpha(alpha);
  }

  @Override
  public void fill(Tone tone, double x, double y, double w, double h) {
    g.setFill(palette.get(tone));
    g.fillRect(x, y, w, h);
  }

  @Override
  public void text(
      String text, Words.Type type, double size, Tone tone, double x, double baseline) {
    g.setFont(fonts.font(type, size));
    g.setTextBaseline(VPos.BASELINE);
    g.setFill(palette.get(tone));
    g.fillText(text, x, baseline);
  }

  @Override
  public void icon(String literal, double size, Tone tone, double x, double y) {
    if (literal.isEmpty()) {
      return;
    }
    CanvasFonts.Icon icon = fonts.icon(literal, size);
    g.setFont(icon.font());
    g.setTextBaseline(VPos.CENTER);
    g.setFill(palette.get(tone));
    g.fillText(icon.text(), x, y + size / 2);
  }

  @Override
  public void glyph(LayerLook look, boolean hollow, double x, double y, double size) {
    Glyph glyph = look.glyph();
    Color color = palette.get(look.tone());
    if (hollow) {
      outline(glyph, color, x, y, size);
    } else if (glyph.isCircle()) {
      g.setFill(color);
      g.fillOval(x, y, size, size);
    } else {
      g.setFill(color);
      double[] xs = glyph.xs(x, size);
      g.fillPolygon(xs, glyph.ys(y, size), xs.length);
    }
  }

  private void outline(Glyph glyph, Color color, double x, double y, double size) {
    double inset = 0.75 * size / Glyph.SIZE;
    double side = size - 2 * inset;
    g.setStroke(color);
    g.setLineWidth(1.5 * size / Glyph.SIZE);
    if (glyph.isCircle()) {
      g.strokeOval(x + inset, y + inset, side, side);
    } else {
      double[] xs = glyph.xs(x + inset, side);
      g.strokePolygon(xs, glyph.ys(y + inset, side), xs.length);
    }
  }
}
