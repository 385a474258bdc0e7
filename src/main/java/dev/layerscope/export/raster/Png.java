package dev.layerscope.export.raster;

import dev.layerscope.export.picture.Drawing;
import dev.layerscope.export.picture.FontTables;
import dev.layerscope.export.picture.Paper;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.export.picture.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** A drawing as PNG. */
public final class Png {
  /** More pixels than this no viewer shows, and no memory should be asked for. */
  private static final double MOST_PIXELS = 80_000_000;

  private final Paper paper = Paper.light();
  private final Map<Words.Type, Font> fonts = new EnumMap<>(Words.Type.class);

  /**
   * A picture and the scale it has: smaller than asked for when the picture would have more than 80
   * million pixels.
   */
  public record Pixels(byte[] png, double scale) {}

  private Png() {
    for (Words.Type type : Words.Type.values()) {
      fonts.put(type, font(type));
    }
  }

  /**
   * @param scale 1 to 4
   */
  public static Pixels print(Drawing drawing, double scale) {
    System.setProperty("java.awt.headless", "true");
    double most = Math.sqrt(MOST_PIXELS / Math.max(1, drawing.width() * drawing.height()));
    double fitting = Math.min(Math.clamp(scale, 1, 4), most);
    return new Pixels(new Png().bytes(drawing, fitting), fitting);
  }

  private byte[] bytes(Drawing drawing, double scale) {
    int width = Math.max(1, (int) Math.ceil(drawing.width() * scale));
    int height = Math.max(1, (int) Math.ceil(drawing.height() * scale));
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.scale(scale, scale);
    drawing.strokes().forEach(stroke -> paint(g, stroke));
    g.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void paint(Graphics2D g, Drawing.Stroke stroke) {
    switch (stroke) {
      case Drawing.Box box -> {
        color(g, box.tone(), box.alpha());
        g.fill(new Rectangle2D.Double(box.x(), box.y(), box.w(), box.h()));
      }
      case Drawing.Text text -> {
        color(g, text.tone(), text.alpha());
        Font face = fonts.get(text.type());
        if (face != null) {
          g.setFont(readable(face, text.text()).deriveFont((float) text.size()));
        }
        g.drawString(text.text(), (float) text.x(), (float) text.y());
      }
      case Drawing.Shape shape -> {
        color(g, shape.tone(), shape.alpha());
        draw(g, path(shape), shape.thick());
      }
      case Drawing.Circle circle -> {
        color(g, circle.tone(), circle.alpha());
        double r = circle.r();
        var oval = new Ellipse2D.Double(circle.cx() - r, circle.cy() - r, 2 * r, 2 * r);
        draw(g, oval, circle.thick());
      }
    }
  }

  /** Scripts that the face lacks come from the system's fonts. */
  private static Font readable(Font face, String text) {
    return face.canDisplayUpTo(text) < 0 ? face : new Font(Font.SANS_SERIF, Font.PLAIN, 1);
  }

  private static void draw(Graphics2D g, java.awt.Shape shape, double thick) {
    if (thick > 0) {
      g.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(shape);
    } else {
      g.fill(shape);
    }
  }

  private static Path2D path(Drawing.Shape shape) {
    var path = new Path2D.Double();
    for (int i = 0; i < shape.xs().length; i++) {
      if (i == 0) {
        path.moveTo(shape.xs()[i], shape.ys()[i]);
      } else {
        path.lineTo(shape.xs()[i], shape.ys()[i]);
      }
    }
    if (shape.closed()) {
      path.closePath();
    }
    return path;
  }

  private void color(Graphics2D g, Tone tone, double alpha) {
    int opacity = (int) Math.round(alpha * 255);
    g.setColor(new Color(opacity << 24 | paper.rgb(tone), true));
  }

  private static Font font(Words.Type type) {
    try (InputStream in = FontTables.class.getResourceAsStream(FontTables.file(type))) {
      if (in == null) {
        throw new IllegalStateException("no font " + FontTables.file(type));
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException | IOException e) {
      throw new IllegalStateException("font " + FontTables.file(type), e);
    }
  }
}
