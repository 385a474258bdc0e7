package dev.layerscope.export.picture;

import java.util.List;
import java.util.Map;

/**
 * The icons of cards as a few lines in a box of 24 by 24: a file must not depend on an icon font.
 * Each row is a line along its points.
 */
final class PaperIcons {
  private static final double SIDE = 24;

  private static final Map<String, List<double[]>> LINES =
      Map.ofEntries(
          Map.entry(
              "fth-git-branch",
              List.of(
                  new double[] {6, 2, 6, 15},
                  new double[] {18, 9, 17, 13, 14, 16, 9, 18},
                  ring(6, 18, 3),
                  ring(18, 6, 3))),
          Map.entry(
              "fth-folder", List.of(new double[] {2, 4, 9, 4, 11, 7, 22, 7, 22, 20, 2, 20, 2, 4})),
          Map.entry(
              "mdi2a-autorenew",
              List.of(
                  new double[] {5, 15, 4, 12, 5, 8, 8, 5, 12, 4, 16, 4},
                  new double[] {13, 1, 16, 4, 13, 7},
                  new double[] {19, 9, 20, 12, 19, 16, 16, 19, 12, 20, 8, 20},
                  new double[] {11, 17, 8, 20, 11, 23})),
          Map.entry(
              "mdi2h-hand-back-right-outline",
              List.of(
                  new double[] {6, 20, 3, 13, 5, 12, 7, 14, 7, 5, 9, 5, 9, 11},
                  new double[] {
                    9, 4, 11, 3, 11, 11, 12, 3, 14, 4, 14, 11, 17, 6, 19, 7, 17, 20, 6, 20
                  })),
          Map.entry(
              "mdi2w-waves",
              List.of(
                  new double[] {2, 8, 6, 5, 10, 8, 14, 5, 18, 8, 22, 5},
                  new double[] {2, 14, 6, 11, 10, 14, 14, 11, 18, 14, 22, 11},
                  new double[] {2, 20, 6, 17, 10, 20, 14, 17, 18, 20, 22, 17})),
          Map.entry(
              "mdi2f-file-tree-outline",
              List.of(
                  new double[] {3, 3, 10, 3, 10, 8, 3, 8, 3, 3},
                  new double[] {14, 9, 21, 9, 21, 14, 14, 14, 14, 9},
                  new double[] {14, 16, 21, 16, 21, 21, 14, 21, 14, 16},
                  new double[] {6, 8, 6, 19, 14, 19},
                  new double[] {6, 11, 14, 11})),
          Map.entry(
              "mdi2l-link-off",
              List.of(
                  new double[] {3, 12, 10, 12},
                  new double[] {14, 12, 21, 12},
                  new double[] {5, 4, 19, 20})),
          Map.entry(
              "fth-moon",
              List.of(
                  new double[] {15, 3, 9, 5, 6, 12, 9, 19, 16, 21, 20, 17, 14, 15, 12, 10, 15, 3})),
          Map.entry(
              "fth-help-circle",
              List.of(
                  ring(12, 12, 10),
                  new double[] {9, 9, 10, 7, 13, 7, 15, 9, 12, 13, 12, 14},
                  new double[] {12, 17, 12, 18})),
          Map.entry(
              "fth-shield",
              List.of(
                  new double[] {12, 2, 20, 5, 20, 12, 17, 18, 12, 22, 7, 18, 4, 12, 4, 5, 12, 2})),
          Map.entry(
              "mdi2c-content-duplicate",
              List.of(
                  new double[] {3, 3, 15, 3, 15, 15, 3, 15, 3, 3},
                  new double[] {19, 8, 21, 8, 21, 21, 8, 21, 8, 19})));

  private PaperIcons() {}

  static void paint(Drawing drawing, String literal, double size, Tone tone, double x, double y) {
    double scale = size / SIDE;
    switch (literal) {
      case "mdi2a-alert-circle" -> {
        drawing.circle(tone, x + size / 2, y + size / 2, 10 * scale, 0);
        mark(drawing, x, y, scale, 6, 13, 16, 18);
      }
      case "mdi2a-alert" -> {
        double[] xs = scaled(new double[] {12, 23, 1}, x, scale);
        drawing.shape(tone, xs, scaled(new double[] {2, 21, 21}, y, scale), 0, true);
        mark(drawing, x, y, scale, 9, 14, 16.5, 18.5);
      }
      default ->
          LINES
              .getOrDefault(literal, List.of())
              .forEach(line -> line(drawing, line, tone, x, y, scale));
    }
  }

  /** An exclamation mark cut out of a filled sign. */
  private static void mark(Drawing drawing, double x, double y, double scale, double... fromTo) {
    for (int i = 0; i < fromTo.length; i += 2) {
      double height = (fromTo[i + 1] - fromTo[i]) * scale;
      drawing.fill(Tone.SURFACE_CARD, x + 11 * scale, y + fromTo[i] * scale, 2.2 * scale, height);
    }
  }

  private static void line(
      Drawing drawing, double[] points, Tone tone, double x, double y, double scale) {
    double[] xs = new double[points.length / 2];
    double[] ys = new double[points.length / 2];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x + points[2 * i] * scale;
      ys[i] = y + points[2 * i + 1] * scale;
    }
    drawing.shape(tone, xs, ys, 2 * scale, false);
  }

  private static double[] scaled(double[] values, double offset, double scale) {
    double[] result = values.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = offset + result[i] * scale;
    }
    return result;
  }

  private static double[] ring(double cx, double cy, double r) {
    int corners = 12;
    double[] points = new double[2 * corners + 2];
    for (int i = 0; i <= corners; i++) {
      double turn = 2 * Math.PI * i / corners;
      points[2 * i] = cx + r * Math.cos(turn);
      points[2 * i + 1] = cy + r * Math.sin(turn);
    }
    return points;
  }
}
