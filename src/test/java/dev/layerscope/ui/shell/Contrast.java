package dev.layerscope.ui.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;

/** How much what is painted stands out, after WCAG 2: 1 for not at all, 21 for black on white. */
final class Contrast {
  private Contrast() {}

  /** Of the paper, which most pixels have, and the ink, the pixel farthest from it. */
  static double of(PixelReader pixels, int left, int top, int right, int bottom) {
    Map<Integer, Integer> counts = counts(pixels, left, top, right, bottom);
    int paper = most(counts);
    return counts.keySet().stream()
        .mapToDouble(ink -> ratio(luminance(ink), luminance(paper)))
        .max()
        .orElse(1);
  }

  static double of(Color ink, int paper) {
    return ratio(luminance(argb(ink)), luminance(paper));
  }

  /** What most pixels have, as ARGB. */
  static int paper(PixelReader pixels, Bounds at) {
    return most(
        counts(
            pixels,
            (int) at.getMinX(),
            (int) at.getMinY(),
            (int) at.getMaxX() + 1,
            (int) at.getMaxY() + 1));
  }

  private static Map<Integer, Integer> counts(
      PixelReader pixels, int left, int top, int right, int bottom) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        counts.merge(pixels.getArgb(x, y), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static int most(Map<Integer, Integer> counts) {
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static int argb(Color color) {
    return (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }

  private static double ratio(double a, double b) {
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int argb) {
    return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
