package dev.layerscope.export.picture;

import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.MapPicture.Link;
import dev.layerscope.export.picture.MapPicture.Part;
import dev.layerscope.layout.Places.Rectangle;
import java.util.function.Predicate;

/** Paints a map: roots as rows, layers as cards with a meter, lines that say how many roots. */
public final class MapPainter {
  private static final double TRUNK = 34;

  private final Brush brush;
  private double z = 1;

  public MapPainter(Brush brush) {
    this.brush = brush;
  }

  /**
   * Paints what is in sight; returns how many boxes that is.
   *
   * @param selected the box that is selected
   * @param dimmed the boxes that do not stand out
   * @param reached whether those that do are a blast radius: then their lines are strong
   */
  public int paint(
      MapPicture picture,
      Camera camera,
      Predicate<Box> selected,
      Predicate<Box> dimmed,
      boolean reached,
      double width,
      double height) {
    z = camera.zoom();
    brush.alpha(1);
    brush.fill(Tone.SURFACE_CANVAS, 0, 0, width, height);
    for (Link link : picture.links()) {
      Box from = picture.boxes().get(link.from());
      Box to = picture.boxes().get(link.to());
      boolean lit = !dimmed.test(from) && !dimmed.test(to);
      boolean chosen = reached ? lit : selected.test(from) || selected.test(to);
      brush.alpha(lit ? 1 : 0.3);
      line(from.place(), to.place(), link.roots(), chosen, camera);
    }
    Rectangle seen = camera.visible(width, height);
    int drawn = 0;
    for (Box box : picture.boxes()) {
      if (box.place().intersects(seen)) {
        box(box, camera, selected.test(box), dimmed.test(box));
        drawn++;
      }
    }
    return drawn;
  }

  private void line(Rectangle from, Rectangle to, int roots, boolean chosen, Camera camera) {
    Tone tone = chosen ? Tone.ACCENT : Tone.EDGE;
    double thick = chosen ? 2 : 1;
    double x1 = Math.rint(camera.toScreenX(from.right()));
    double x2 = Math.rint(camera.toScreenX(to.x()));
    double trunk = Math.rint(camera.toScreenX(to.x() - TRUNK));
    double y1 = Math.rint(camera.toScreenY(from.centerY()));
    double y2 = Math.rint(camera.toScreenY(to.centerY()));
    brush.horizontal(tone, x1, trunk, y1, thick, 0, 0);
    brush.vertical(tone, trunk, y1, y2 + thick, thick, 0, 0);
    brush.horizontal(tone, trunk, x2, y2, thick, 0, 0);
    if (z >= CardPainter.NAME && roots > 1) {
      count(Integer.toString(roots), x1 + 16 * z, y1, tone);
    }
  }

  private void count(String text, double x, double y, Tone tone) {
    double size = 11 * Math.min(1, z);
    double width = Math.rint(brush.words().width(text, Words.Type.SEMIBOLD, size) + 8);
    double height = Math.rint(size + 6);
    double top = Math.rint(y - height / 2);
    brush.fill(Tone.SURFACE_CARD, Math.rint(x), top, width, height);
    brush.border(tone, Math.rint(x), top, width, height, 1);
    brush.text(text, Words.Type.SEMIBOLD, size, Tone.TEXT, Math.rint(x) + 4, top + size + 1);
  }

  private void box(Box box, Camera camera, boolean selected, boolean dimmed) {
    double x = Math.rint(camera.toScreenX(box.place().x()));
    double y = Math.rint(camera.toScreenY(box.place().y()));
    double w = Math.rint(box.place().width() * z);
    double h = Math.rint(box.place().height() * z);
    brush.alpha(1);
    if (dimmed) {
      brush.fill(Tone.SURFACE_CANVAS, x, y, w, h);
      brush.alpha(0.42);
    }
    brush.fill(selected ? Tone.ACCENT_BG : Tone.SURFACE_CARD, x, y, w, h);
    brush.border(selected ? Tone.ACCENT : Tone.BORDER_CARD, x, y, w, h, 1);
    brush.fill(box.look().tone(), x + 1, y + 1, Math.max(2, Math.rint(4 * Math.min(1, z))), h - 2);
    if (z >= CardPainter.NAME) {
      words(box, x, y, w);
    }
    brush.alpha(1);
    if (selected) {
      brush.border(Tone.ACCENT, x - 3, y - 3, w + 6, h + 6, 2);
    }
  }

  private void words(Box box, double x, double y, double w) {
    double baseline = y + 24 * z;
    brush.glyph(box.look(), box.hollow(), x + 13 * z, baseline - 11 * z, 11 * z);
    double size = (box.isRow() ? 13 : 14) * z;
    double room = w - 44 * z - (box.isRow() ? 40 * z : 0);
    // Of a directory the end tells it apart.
    String title =
        box.title().contains(" / ")
            ? brush.words().cutFront(box.title(), Words.Type.SEMIBOLD, size, room)
            : brush.words().cutMiddle(box.title(), Words.Type.SEMIBOLD, size, room);
    brush.text(title, Words.Type.SEMIBOLD, size, Tone.TEXT, x + 32 * z, baseline);
    if (box.isRow()) {
      String count = Long.toString(box.size());
      double wide = brush.words().width(count, Words.Type.REGULAR, 11 * z);
      brush.text(
          count, Words.Type.REGULAR, 11 * z, Tone.TEXT_MUTED, x + w - 12 * z - wide, baseline);
    } else if (z >= CardPainter.NAME_AND_PLACE) {
      brush.icon("fth-git-branch", 11 * z, Tone.TEXT_MUTED, x + 13 * z, y + 35 * z);
      String line = brush.words().cutMiddle(box.line(), Words.Type.REGULAR, 11 * z, w - 44 * z);
      brush.text(line, Words.Type.REGULAR, 11 * z, Tone.TEXT_MUTED, x + 32 * z, y + 44 * z);
      meter(box, x, y, w);
      parts(box, x, y, w);
    }
    if (box.errors() > 0) {
      brush.fill(Tone.FINDING_ERROR, x + w - 7, y, 7, 7);
    }
  }

  /** One cell for each root; of more than 24 a bar. */
  private void meter(Box box, double x, double y, double w) {
    double top = Math.rint(y + 53 * z);
    double height = Math.rint(8 * z);
    double room = w - 90 * z;
    double cell = Math.min(8 * z, room / Math.max(1, box.of()));
    double gap = cell > 4 ? 1 : 0;
    for (int i = 0; i < box.of(); i++) {
      Tone tone = i < box.reached() ? box.look().tone() : Tone.BORDER_SOFT;
      brush.fill(tone, x + 13 * z + i * cell, top, cell - gap, height);
    }
    String text = box.reached() + " of " + box.of();
    double from = x + 13 * z + box.of() * cell + 8 * z;
    brush.text(text, Words.Type.MEDIUM, 11 * z, Tone.TEXT, from, top + 8 * z);
  }

  private void parts(Box box, double x, double y, double w) {
    double each = (w - 26 * z) / Math.max(2, box.parts().size());
    for (int i = 0; i < box.parts().size(); i++) {
      Part part = box.parts().get(i);
      double left = Math.rint(x + 13 * z + i * each);
      double top = Math.rint(y + 74 * z);
      double height = Math.rint(20 * z);
      brush.fill(Tone.SURFACE_HOVER, left, top, each - 4 * z, height);
      brush.fill(box.look().tone(), left, top, part.hollow() ? 1 : 3 * z, height);
      if (part.hollow()) {
        brush.fill(box.look().tone(), left + 3 * z, top, 1, height);
      }
      brush.text(part.name(), Words.Type.MEDIUM, 11 * z, Tone.TEXT, left + 10 * z, top + 14 * z);
      String count = Long.toString(part.manifests());
      double wide = brush.words().width(count, Words.Type.REGULAR, 11 * z);
      brush.text(
          count,
          Words.Type.REGULAR,
          11 * z,
          Tone.TEXT_MUTED,
          left + each - 12 * z - wide,
          top + 14 * z);
    }
  }
}
