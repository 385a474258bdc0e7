package dev.layerscope.export.picture;

import java.util.List;

/**
 * The eight shapes that go with the layer colours, in a box of 11 by 11, so that no layer is told
 * by colour alone.
 */
public enum Glyph {
  SQUARE(0.8, 0.8, 10.2, 0.8, 10.2, 10.2, 0.8, 10.2),
  TRIANGLE(5.5, 0.5, 11, 10.5, 0, 10.5),
  CIRCLE(),
  DIAMOND(5.5, 0, 11, 5.5, 5.5, 11, 0, 5.5),
  HEXAGON(2.75, 0.7, 8.25, 0.7, 11, 5.5, 8.25, 10.3, 2.75, 10.3, 0, 5.5),
  TRIANGLE_DOWN(0, 0.5, 11, 0.5, 5.5, 10.5),
  CROSS(
      3.6, 0, 7.4, 0, 7.4, 3.6, 11, 3.6, 11, 7.4, 7.4, 7.4, 7.4, 11, 3.6, 11, 3.6, 7.4, 0, 7.4, 0,
      3.6, 3.6, 3.6),
  BAR(0, 3.2, 11, 3.2, 11, 7.8, 0, 7.8);

  private static final List<Glyph> ALL = List.of(values());

  /** The side of the box. */
  public static final double SIZE = 11;

  @SuppressWarnings("ImmutableEnumChecker") // never written after construction, never handed out
  private final double[] xs;

  @SuppressWarnings("ImmutableEnumChecker")
  private final double[] ys;

  Glyph(double... points) {
    xs = new double[points.length / 2];
    ys = new double[points.length / 2];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = points[2 * i];
      ys[i] = points[2 * i + 1];
    }
  }

  /** The glyph of layer 1 to 8. */
  public static Glyph ofLayer(int number) {
    return ALL.get(number - 1);
  }

  public boolean isCircle() {
    return xs.length == 0;
  }

  /** The corners' x in a picture whose box begins at {@code left} and measures {@code size}. */
  public double[] xs(double left, double size) {
    return scaled(xs, left, size);
  }

  /** The corners' y. */
  public double[] ys(double top, double size) {
    return scaled(ys, top, size);
  }

  private static double[] scaled(double[] values, double offset, double size) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = offset + values[i] * size / SIZE;
    }
    return result;
  }
}
