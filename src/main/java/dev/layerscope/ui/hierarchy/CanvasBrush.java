package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Brush;
import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.export.picture.Words;
import dev.layerscope.ui.common.CanvasPalette;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.stage.Window;

/** Paints on the window's canvas, on whole pixels. */
final class CanvasBrush implements Brush {
  private final GraphicsContext g;
  private final CanvasPalette palette;
  private final CanvasFonts fonts;
  private final GlyphImages glyphs;
  private final Words words;

  CanvasBrush(GraphicsContext g, CanvasPalette palette) {
    this.g = g;
    this.palette = palette;
    fonts = new CanvasFonts();
    glyphs = new GlyphImages();
    words = new Words(fonts);
  }

  private CanvasBrush(GraphicsContext g, CanvasBrush like) {
    this.g = g;
    palette = like.palette;
    fonts = like.fonts;
    glyphs = like.glyphs;
    words = like.words;
  }

  /** A brush for another canvas that shares what is remembered of fonts, words and glyphs. */
  CanvasBrush on(GraphicsContext other) {
    return new CanvasBrush(other, this);
  }

  /** A box with round ends. */
  void pill(Tone tone, double x, double y, double w, double h) {
    g.setFill(palette.get(tone));
    g.fillRoundRect(x, y, w, h, h, h);
  }

  void clear() {
    g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
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

  /** On whole pixels of the screen, whatever its scale. */
  @Override
  public void glyph(LayerLook look, boolean hollow, double x, double y, double size) {
    double scale = scale();
    int side = (int) Math.max(3, Math.round(size * scale));
    Image image = glyphs.get(look.glyph(), hollow, side, palette.get(look.tone()));
    double length = side / scale;
    g.drawImage(image, Math.rint(x * scale) / scale, Math.rint(y * scale) / scale, length, length);
  }

  private double scale() {
    Scene scene = g.getCanvas().getScene();
    Window window = scene == null ? null : scene.getWindow();
    return window == null ? 1 : window.getRenderScaleX();
  }
}
