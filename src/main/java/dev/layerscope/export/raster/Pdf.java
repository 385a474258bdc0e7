package dev.layerscope.export.raster;

import dev.layerscope.export.picture.Drawing;
import dev.layerscope.export.picture.Paper;
import dev.layerscope.export.picture.Tone;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A drawing as PDF 1.7 on one page: lines stay lines, words stay words that can be selected and
 * searched. The fonts of the program are part of the file; what they lack is drawn as outlines.
 */
public final class Pdf {
  private static final double POINTS = 0.75;

  /** More than this no reader shows on a page (ISO 32000-1, annex C). */
  private static final double LONGEST = 14_400;

  /** How far the handles of a curve are from a quarter of a circle. */
  private static final double ROUND = 0.5523;

  private final Paper paper = Paper.light();
  private final PdfFonts fonts = new PdfFonts();
  private final Map<Double, String> strengths = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  private Pdf() {}

  /** The whole file. */
  public static byte[] print(Drawing drawing, String title) {
    System.setProperty("java.awt.headless", "true");
    return new Pdf().file(drawing, title);
  }

  private byte[] file(Drawing drawing, String title) {
    double longest = Math.max(drawing.width(), drawing.height()) * POINTS;
    double scale = POINTS * Math.min(1, LONGEST / longest);
    double height = drawing.height() * scale;
    out.append(PdfFile.number(scale)).append(" 0 0 ").append(PdfFile.number(-scale));
    out.append(" 0 ").append(PdfFile.number(height)).append(" cm\n");
    drawing.strokes().forEach(this::paint);
    return PdfFile.of(title, drawing.width() * scale, height, out.toString(), fonts, strengths);
  }

  private void paint(Drawing.Stroke stroke) {
    switch (stroke) {
      case Drawing.Box box -> {
        ink(box.tone(), box.alpha(), 0);
        numbers(box.x(), box.y(), box.w(), box.h()).append("re f\n");
      }
      case Drawing.Text text -> {
        ink(text.tone(), text.alpha(), 0);
        write(text);
      }
      case Drawing.Shape shape -> {
        ink(shape.tone(), shape.alpha(), shape.thick());
        for (int i = 0; i < shape.xs().length; i++) {
          numbers(shape.xs()[i], shape.ys()[i]).append(i == 0 ? "m " : "l ");
        }
        out.append(shape.closed() ? "h " : "").append(shape.thick() > 0 ? "S\n" : "f\n");
      }
      case Drawing.Circle circle -> {
        ink(circle.tone(), circle.alpha(), circle.thick());
        circle(circle.cx(), circle.cy(), circle.r());
        out.append(circle.thick() > 0 ? "S\n" : "f\n");
      }
    }
  }

  private void write(Drawing.Text text) {
    if (text.text().isBlank()) {
      return;
    }
    if (!fonts.knows(text.type(), text.text())) {
      outline(fonts.outline(text.text(), text.size(), text.x(), text.y()));
      return;
    }
    out.append("BT /").append(PdfFonts.name(text.type())).append(' ');
    numbers(text.size()).append("Tf 1 0 0 -1 ");
    numbers(text.x(), text.y()).append("Tm <");
    out.append(fonts.glyphs(text.type(), text.text())).append("> Tj ET\n");
  }

  private void ink(Tone tone, double alpha, double thick) {
    String strength = strengths.computeIfAbsent(alpha, ignored -> "G" + strengths.size());
    out.append('/').append(strength).append(" gs ");
    int rgb = paper.rgb(tone);
    numbers((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    out.append(thick > 0 ? "RG " : "rg ");
    if (thick > 0) {
      numbers(thick).append("w 1 j 1 J ");
    }
  }

  private void circle(double x, double y, double r) {
    double h = r * ROUND;
    numbers(x + r, y).append("m ");
    numbers(x + r, y + h, x + h, y + r, x, y + r).append("c ");
    numbers(x - h, y + r, x - r, y + h, x - r, y).append("c ");
    numbers(x - r, y - h, x - h, y - r, x, y - r).append("c ");
    numbers(x + h, y - r, x + r, y - h, x + r, y).append("c h ");
  }

  private void outline(Shape shape) {
    double[] p = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(p);
      int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
      switch (kind) {
        case PathIterator.SEG_MOVETO -> numbers(p[0], p[1]).append("m ");
        case PathIterator.SEG_LINETO -> numbers(p[0], p[1]).append("l ");
        case PathIterator.SEG_CUBICTO -> numbers(p).append("c ");
        case PathIterator.SEG_QUADTO ->
            numbers(
                    (x + 2 * p[0]) / 3,
                    (y + 2 * p[1]) / 3,
                    (p[2] + 2 * p[0]) / 3,
                    (p[3] + 2 * p[1]) / 3,
                    p[2],
                    p[3])
                .append("c ");
        default -> out.append("h ");
      }
      if (kind != PathIterator.SEG_CLOSE) {
        x = p[last];
        y = p[last + 1];
      }
    }
    out.append("f\n");
  }

  private StringBuilder numbers(double... values) {
    for (double value : values) {
      out.append(PdfFile.number(value)).append(' ');
    }
    return out;
  }
}
