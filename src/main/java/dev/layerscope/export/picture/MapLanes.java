package dev.layerscope.export.picture;

import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.MapPicture.Link;
import dev.layerscope.layout.Places.Rectangle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Finds for each line the height at which it passes the columns between its ends without running
 * below a box: at one of its ends where that is free, else in the nearest gap.
 */
final class MapLanes {
  /** Less than half of the gap between two boxes. */
  private static final double ASIDE = 6;

  private final List<Box> boxes;

  /** What is taken between two columns: from which height to which. */
  private final Map<Columns, NavigableMap<Double, Double>> taken = new HashMap<>();

  private record Columns(double left, double right) {}

  private MapLanes(List<Box> boxes) {
    this.boxes = boxes;
  }

  /** The same lines, each with its lane. */
  static List<Link> along(List<Link> links, List<Box> boxes) {
    var lanes = new MapLanes(boxes);
    return links.stream().map(lanes::along).toList();
  }

  private Link along(Link link) {
    Rectangle from = boxes.get(link.from()).place();
    Rectangle to = boxes.get(link.to()).place();
    NavigableMap<Double, Double> here =
        taken.computeIfAbsent(new Columns(from.right(), to.x()), columns -> between(columns));
    double lane =
        DoubleStream.of(from.centerY(), to.centerY())
            .flatMap(y -> free(y, here))
            .boxed()
            .min(
                Comparator.comparingDouble(
                    y -> Math.abs(y - from.centerY()) + Math.abs(y - to.centerY())))
            .orElse(from.centerY());
    return new Link(link.from(), link.to(), link.roots(), lane);
  }

  /** A height where nothing is in the way, or the nearest above and below. */
  private static DoubleStream free(double y, NavigableMap<Double, Double> taken) {
    Map.Entry<Double, Double> around = taken.floorEntry(y);
    if (around == null || y >= around.getValue()) {
      return DoubleStream.of(y);
    }
    Map.Entry<Double, Double> above = taken.lowerEntry(around.getKey());
    Map.Entry<Double, Double> below = taken.higherEntry(around.getKey());
    return DoubleStream.of(
        above == null ? around.getKey() : middle(above.getValue(), around.getKey(), true),
        below == null ? around.getValue() : middle(around.getValue(), below.getKey(), false));
  }

  /** Of a narrow gap the middle, so that all lines through it are one; else its near side. */
  private static double middle(double top, double bottom, boolean near) {
    double edge = near ? bottom : top;
    return bottom - top < 2 * ASIDE ? (top + bottom) / 2 : edge;
  }

  private NavigableMap<Double, Double> between(Columns columns) {
    var merged = new TreeMap<Double, Double>();
    boxes.stream()
        .map(Box::place)
        .filter(box -> box.x() > columns.left() && box.right() < columns.right())
        .sorted(Comparator.comparingDouble(Rectangle::y))
        .forEach(box -> {
          double top = box.y() - ASIDE;
          double bottom = box.bottom() + ASIDE;
          Map.Entry<Double, Double> last = merged.lastEntry();
          if (last != null && top <= last.getValue()) {
            merged.put(last.getKey(), Math.max(bottom, last.getValue()));
          } else {
            merged.put(top, bottom);
          }
        });
    return merged;
  }
}
