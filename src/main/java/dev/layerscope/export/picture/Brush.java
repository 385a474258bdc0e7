package dev.layerscope.export.picture;

/**
 * What a picture is painted with: boxes, lines, dashes, words and glyphs in named colours. The
 * window's canvas is one, {@link Drawing} another.
 */
public interface Brush {
  Words words();

  /** How strong everything painted from now on is, 0 to 1. */
  void alpha(double alpha);

  void fill(Tone tone, double x, double y, double w, double h);

  /** Words with their baseline at y. */
  void text(String text, Words.Type type, double size, Tone tone, double x, double baseline);

  /** An icon in a box of that size. */
  void icon(String literal, double size, Tone tone, double x, double y);

  /** A layer's sign in a box of that size. */
  void glyph(LayerLook look, boolean hollow, double x, double y, double size);

  /** A border inside a box, as four rectangles: faster than a stroke, and sharp. */
  default void border(Tone tone, double x, double y, double w, double h, double thick) {
    fill(tone, x, y, w, thick);
    fill(tone, x, y + h - thick, w, thick);
    fill(tone, x, y + thick, thick, h - 2 * thick);
    fill(tone, x + w - thick, y + thick, thick, h - 2 * thick);
  }

  default void dashedBorder(Tone tone, double x, double y, double w, double h) {
    horizontal(tone, x, x + w, y, 1, 4, 3);
    horizontal(tone, x, x + w, y + h - 1, 1, 4, 3);
    vertical(tone, x, y, y + h, 1, 4, 3);
    vertical(tone, x + w - 1, y, y + h, 1, 4, 3);
  }

  /** A horizontal line; {@code on} 0 for a solid one. */
  default void horizontal(
      Tone tone, double x1, double x2, double y, double thick, double on, double off) {
    double from = Math.min(x1, x2);
    double to = Math.max(x1, x2);
    if (on <= 0) {
      fill(tone, from, y, to - from, thick);
      return;
    }
    for (double x = from; x < to; x += on + off) {
      fill(tone, x, y, Math.min(on, to - x), thick);
    }
  }

  default void vertical(
      Tone tone, double x, double y1, double y2, double thick, double on, double off) {
    double from = Math.min(y1, y2);
    double to = Math.max(y1, y2);
    if (on <= 0) {
      fill(tone, x, from, thick, to - from);
      return;
    }
    for (double y = from; y < to; y += on + off) {
      fill(tone, x, y, thick, Math.min(on, to - y));
    }
  }
}
