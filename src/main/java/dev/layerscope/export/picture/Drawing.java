package dev.layerscope.export.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture as a list of what to paint, in that order: for files, where no toolkit is at hand.
 * Coordinates are pixels at 100 %.
 */
public final class Drawing implements Brush {
  /** One thing to paint. */
  public sealed interface Stroke {}

  /** A filled rectangle. */
  public record Box(Tone tone, double alpha, double x, double y, double w, double h)
      implements Stroke {}

  /** Words with their baseline at y. */
  public record Text(
      String text,
      Words.Type type,
      double size,
      Tone tone,
      double alpha,
      double x,
      double y,
      double width)
      implements Stroke {}

  /**
   * A line along points.
   *
   * @param thick 0 when it is filled instead
   * @param closed whether the last point is joined to the first
   */
  public record Shape(
      Tone tone, double alpha, double[] xs, double[] ys, double thick, boolean closed)
      implements Stroke {}

  /**
   * A circle.
   *
   * @param thick 0 when it is filled
   */
  public record Circle(Tone tone, double alpha, double cx, double cy, double r, double thick)
      implements Stroke {}

  private final Words words;
  private final List<Stroke> strokes = new ArrayList<>();
  private double alpha = 1;
  private double left;
  private double top;
  private double width;
  private double height;

  public Drawing(Words words) {
    this.words = words;
  }

  /** What to paint, first things first. */
  public List<Stroke> strokes() {
    return strokes;
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  void size(double w, double h) {
    width = w;
    height = h;
  }

  /** Everything painted from now on is moved by that much. */
  void origin(double x, double y) {
    left = x;
    top = y;
  }

  @Override
  public Words words() {
    return words;
  }

  @Override
  public void alpha(double strength) {
    alpha = strength;
  }

  @Override
  public void fill(Tone tone, double x, double y, double w, double h) {
    strokes.add(new Box(tone, alpha, left + x, top + y, w, h));
  }

  @Override
  public void text(
      String text, Words.Type type, double size, Tone tone, double x, double baseline) {
    double wide = words.width(text, type, size);
    strokes.add(new Text(text, type, size, tone, alpha, left + x, top + baseline, wide));
  }

  @Override
  public void icon(String literal, double size, Tone tone, double x, double y) {
    PaperIcons.paint(this, literal, size, tone, x, y);
  }

  @Override
  public void glyph(LayerLook look, boolean hollow, double x, double y, double size) {
    Glyph glyph = look.glyph();
    double inset = hollow ? 0.75 * size / Glyph.SIZE : 0;
    double thick = hollow ? 1.5 * size / Glyph.SIZE : 0;
    double side = size - 2 * inset;
    if (glyph.isCircle()) {
      circle(look.tone(), x + size / 2, y + size / 2, side / 2, thick);
    } else {
      double[] xs = glyph.xs(x + inset, side);
      shape(look.tone(), xs, glyph.ys(y + inset, side), thick, true);
    }
  }

  void circle(Tone tone, double cx, double cy, double r, double thick) {
    strokes.add(new Circle(tone, alpha, left + cx, top + cy, r, thick));
  }

  void shape(Tone tone, double[] xs, double[] ys, double thick, boolean closed) {
    double[] movedX = xs.clone();
    double[] movedY = ys.clone();
    for (int i = 0; i < xs.length; i++) {
      movedX[i] += left;
      movedY[i] += top;
    }
    strokes.add(new Shape(tone, alpha, movedX, movedY, thick, closed));
  }
}
