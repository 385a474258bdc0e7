package dev.layerscope.export.picture;

import java.util.Locale;

/**
 * A drawing as SVG 1.1: every word stays a word that can be selected and searched. Fonts are named,
 * not embedded; each text has its length, so that another font does not make it run over.
 */
public final class Svg {
  private final Drawing drawing;
  private final Paper paper = Paper.light();
  private final StringBuilder out = new StringBuilder();

  private Svg(Drawing drawing) {
    this.drawing = drawing;
  }

  /** The whole document. */
  public static String print(Drawing drawing, String title) {
    return new Svg(drawing).document(title);
  }

  private String document(String title) {
    String w = number(Math.ceil(drawing.width()));
    String h = number(Math.ceil(drawing.height()));
    out.append(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .append(" width=\"" + w + "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " + h + "\"")
        .append(" font-family=\"Inter, 'Segoe UI', Helvetica, Arial, sans-serif\">\n<title>")
        .append(escaped(title))
        .append("</title>\n");
    for (Drawing.Stroke stroke : drawing.strokes()) {
      switch (stroke) {
        case Drawing.Box box -> box(box);
        case Drawing.Text text -> text(text);
        case Drawing.Shape shape -> shape(shape);
        case Drawing.Circle circle -> circle(circle);
      }
    }
    return out.append("</svg>\n").toString();
  }

  private void box(Drawing.Box box) {
    if (box.w() > 0 && box.h() > 0) {
      open("rect", "x", box.x(), "y", box.y(), "width", box.w(), "height", box.h());
      paint(box.tone(), 0, box.alpha());
    }
  }

  private void circle(Drawing.Circle circle) {
    open("circle", "cx", circle.cx(), "cy", circle.cy(), "r", circle.r());
    paint(circle.tone(), circle.thick(), circle.alpha());
  }

  private void shape(Drawing.Shape shape) {
    out.append(shape.closed() ? "<polygon points=\"" : "<polyline points=\"");
    for (int i = 0; i < shape.xs().length; i++) {
      out.append(i == 0 ? "" : " ")
          .append(number(shape.xs()[i]))
          .append(',')
          .append(number(shape.ys()[i]));
    }
    out.append('"');
    paint(shape.tone(), shape.thick(), shape.alpha());
  }

  private void text(Drawing.Text text) {
    open("text", "x", text.x(), "y", text.y(), "font-size", text.size());
    String weight =
        switch (text.type()) {
          case REGULAR -> "";
          case MEDIUM -> " font-weight=\"500\"";
          case SEMIBOLD -> " font-weight=\"600\"";
        };
    out.append(weight);
    if (text.text().length() > 1) {
      out.append(" textLength=\"" + number(text.width()) + "\"");
      out.append(" lengthAdjust=\"spacingAndGlyphs\"");
    }
    color("fill", text.tone(), text.alpha());
    out.append('>').append(escaped(text.text())).append("</text>\n");
  }

  private void open(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      String value = number((Double) attributes[i + 1]);
      out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
    }
  }

  private void paint(Tone tone, double thick, double alpha) {
    if (thick > 0) {
      out.append(" fill=\"none\" stroke-width=\"" + number(thick) + "\"");
      color("stroke", tone, alpha);
    } else {
      color("fill", tone, alpha);
    }
    out.append("/>\n");
  }

  private void color(String attribute, Tone tone, double alpha) {
    out.append(' ').append(attribute).append("=\"").append(paper.hex(tone)).append('"');
    if (alpha < 1) {
      out.append(" opacity=\"" + number(alpha) + "\"");
    }
  }

  /** At most two digits after the point, none where none are needed. */
  private static String number(double value) {
    if (value == Math.rint(value)) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
  }

  /** Names come from repositories: nothing in them may become markup, or break the document. */
  private static String escaped(String text) {
    var safe = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(c < 0x20 || c == 0xfffe || c == 0xffff ? ' ' : c);
          }
        });
    return safe.toString();
  }
}
