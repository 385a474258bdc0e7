package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.MapPicture;
import dev.layerscope.export.picture.MapPicture.Box;
import java.util.Comparator;
import java.util.Optional;

/** Which box of a map an arrow leads to: near and ahead, rather than beside the way. */
final class MapWalk {
  private static final double AHEAD = 4;
  private static final double ASIDE = 3;

  private MapWalk() {}

  /**
   * The nearest box in a direction.
   *
   * @param dx -1 for left, 1 for right, 0 for neither
   * @param dy -1 for up, 1 for down, 0 for neither
   */
  static Optional<Box> next(MapPicture map, Box from, int dx, int dy) {
    return map.boxes().stream()
        .filter(box -> !box.nodes().isEmpty())
        .filter(box -> ahead(from, box, dx, dy) > AHEAD)
        .min(Comparator.comparingDouble(box -> far(from, box, dx, dy)));
  }

  private static double far(Box from, Box to, int dx, int dy) {
    return ahead(from, to, dx, dy) + ASIDE * Math.abs(ahead(from, to, dy, dx));
  }

  private static double ahead(Box from, Box to, int dx, int dy) {
    return (to.place().centerX() - from.place().centerX()) * dx
        + (to.place().centerY() - from.place().centerY()) * dy;
  }
}
