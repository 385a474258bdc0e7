package dev.layerscope.export.picture;

import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.MapPicture.Heading;
import dev.layerscope.layout.Places.Rectangle;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Paints a map: roots as rows, layers as cards with a meter, lines that say how many roots. */
public final class MapPainter {
  private final Brush brush;
  private final BoxPainter boxes;
  private final MapLinkPainter links;

  /**
   * What a box says besides what it is.
   *
   * @param hits how many of its nodes a search found
   * @param marks how many of its nodes differ from another environment, and how
   */
  public record Note(int hits, Map<Mark, Integer> marks) {
    public static final Note NONE = new Note(0, Map.of());

    public Note {
      marks = Map.copyOf(marks);
    }
  }

  /**
   * Everything the painter needs to know besides the map.
   *
   * @param selected the box that is selected
   * @param hover the box below the pointer
   * @param keyboard whether the canvas has the focus
   * @param dimmed the boxes that do not stand out
   * @param reached whether those that do are a blast radius: then their lines are strong
   */
  public record View(
      Predicate<Box> selected,
      Predicate<Box> hover,
      boolean keyboard,
      Predicate<Box> dimmed,
      boolean reached,
      Function<Box, Note> notes) {
    /** A map nobody points at: on paper. */
    static View still() {
      return new View(box -> false, box -> false, false, box -> false, false, box -> Note.NONE);
    }
  }

  public MapPainter(Brush brush) {
    this.brush = brush;
    boxes = new BoxPainter(brush);
    links = new MapLinkPainter(brush);
  }

  /** Paints what is in sight; returns how many boxes that is. */
  public int paint(MapPicture picture, Camera camera, View view, double width, double height) {
    brush.alpha(1);
    brush.fill(Tone.SURFACE_CANVAS, 0, 0, width, height);
    Rectangle seen = camera.visible(width, height);
    links.paint(picture, camera, seen, view);
    picture.headings().forEach(heading -> heading(heading, camera));
    int drawn = 0;
    for (Box box : picture.boxes()) {
      if (box.place().intersects(seen)) {
        boxes.paint(box, camera, view);
        drawn++;
      }
    }
    return drawn;
  }

  private void heading(Heading heading, Camera camera) {
    double z = camera.zoom();
    if (z < CardPainter.NAME) {
      return;
    }
    double x = Math.rint(camera.toScreenX(heading.x()));
    double y = camera.toScreenY(0);
    double below = Math.rint(y + 30 * z);
    brush.text(heading.title(), Words.Type.SEMIBOLD, 12 * z, Tone.TEXT, x, Math.rint(y + 14 * z));
    brush.text(heading.note(), Words.Type.REGULAR, 11 * z, Tone.TEXT_MUTED, x, below);
  }
}
