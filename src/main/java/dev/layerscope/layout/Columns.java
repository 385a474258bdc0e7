package dev.layerscope.layout;

import dev.layerscope.layout.Places.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;

/**
 * Lays a graph out in columns: each box right of everything that leads to it, at the height of what
 * leads to it; many that lead nowhere in several columns. Arcs that close a circle are followed by
 * nobody. Linear but for sorting columns.
 */
public final class Columns {
  /**
   * So far below the first of what leads to it a box stands at most: of a hundred roots that share
   * a layer the first ones and the layer are seen together.
   */
  private static final double REACH = 320;

  /** Boxes that lead nowhere stand in one column as long as that is no higher. */
  private static final double TALLEST = 1300;

  /** One of several columns is about as high as a window at least. */
  private static final double LEAST_HEIGHT = 900;

  private final List<Size> sizes;
  private final List<List<Integer>> next = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final int[] column;

  /** How large a box is. */
  public record Size(double width, double height) {}

  private Columns(List<Size> sizes, List<SpanningTree.Arc> arcs) {
    this.sizes = sizes;
    column = new int[sizes.size()];
    for (int i = 0; i < sizes.size(); i++) {
      next.add(new ArrayList<>());
      before.add(new ArrayList<>());
    }
    arcs.stream()
        .filter(arc -> arc.from() != arc.to())
        .forEach(arc -> next.get(arc.from()).add(arc.to()));
    cutCircles();
    for (int i = 0; i < sizes.size(); i++) {
      for (int to : next.get(i)) {
        before.get(to).add(i);
      }
    }
  }

  /**
   * @param arcs by index of the boxes
   * @param between columns
   * @param gap between boxes of a column
   */
  public static Places place(
      List<Size> sizes, List<SpanningTree.Arc> arcs, double between, double gap) {
    var columns = new Columns(List.copyOf(sizes), arcs);
    columns.rank();
    return columns.places(between, gap);
  }

  /** Depth first without recursion; an arc back to a box that is still open is dropped. */
  private void cutCircles() {
    int[] state = new int[sizes.size()];
    for (int start = 0; start < sizes.size(); start++) {
      var way = new ArrayList<int[]>();
      if (state[start] == 0) {
        state[start] = 1;
        way.add(new int[] {start, 0});
      }
      while (!way.isEmpty()) {
        int[] top = way.getLast();
        List<Integer> out = next.get(top[0]);
        if (top[1] >= out.size()) {
          state[top[0]] = 2;
          way.removeLast();
          continue;
        }
        int to = out.get(top[1]);
        if (state[to] == 1) {
          out.remove(/* index */ top[1]);
        } else {
          top[1]++;
          if (state[to] == 0) {
            state[to] = 1;
            way.add(new int[] {to, 0});
          }
        }
      }
    }
  }

  /** The longest way that leads to a box. */
  private void rank() {
    int[] open = new int[sizes.size()];
    var ready = new ArrayList<Integer>();
    for (int i = 0; i < sizes.size(); i++) {
      open[i] = before.get(i).size();
      if (open[i] == 0) {
        ready.add(i);
      }
    }
    for (int at = 0; at < ready.size(); at++) {
      for (int to : next.get(ready.get(at))) {
        column[to] = Math.max(column[to], column[ready.get(at)] + 1);
        if (--open[to] == 0) {
          ready.add(to);
        }
      }
    }
  }

  private Places places(double between, double gap) {
    Rectangle[] boxes = new Rectangle[sizes.size()];
    int last = Arrays.stream(column).max().orElse(0);
    double x = 0;
    double height = 0;
    for (int c = 0; c <= last; c++) {
      List<Integer> members = members(c, boxes);
      List<Integer> ends = members.stream().filter(box -> next.get(box).isEmpty()).toList();
      boolean many = ends.size() * (highest(ends) + gap) > TALLEST;
      double widest = 0;
      double free = 0;
      for (int box : members) {
        if (many && next.get(box).isEmpty()) {
          continue;
        }
        Size size = sizes.get(box);
        double y = Math.max(free, middle(box, boxes) - size.height() / 2);
        boxes[box] = new Rectangle(x, y, size.width(), size.height());
        free = y + size.height() + gap;
        widest = Math.max(widest, size.width());
      }
      double right = many ? bunch(ends, boxes, x, free, between, gap) : x + widest;
      for (int box : members) {
        height = Math.max(height, boxes[box].bottom());
      }
      x = Math.max(x + widest, right) + between;
    }
    return new Places(List.of(boxes), List.of(), Map.of(), Math.max(0, x - between), height);
  }

  /**
   * Many boxes that lead nowhere, in several columns of about the shape of a window.
   *
   * @param top where the first ones stand
   * @return the right edge of the last column
   */
  private double bunch(
      List<Integer> ends, Rectangle[] boxes, double x, double top, double between, double gap) {
    double wide = ends.stream().mapToDouble(box -> sizes.get(box).width()).max().orElse(0);
    double across = wide + between;
    double down = highest(ends) + gap;
    Grid grid = Grid.of(ends.size(), across, down, LEAST_HEIGHT / down);
    for (int i = 0; i < ends.size(); i++) {
      Size size = sizes.get(ends.get(i));
      boxes[ends.get(i)] =
          new Rectangle(
              x + grid.column(i) * across, top + grid.row(i) * down, size.width(), size.height());
    }
    return x + grid.columns() * across - between;
  }

  private double highest(List<Integer> of) {
    return of.stream().mapToDouble(box -> sizes.get(box).height()).max().orElse(0);
  }

  private List<Integer> members(int wanted, Rectangle[] boxes) {
    var members = new ArrayList<Integer>();
    for (int i = 0; i < column.length; i++) {
      if (column[i] == wanted) {
        members.add(i);
      }
    }
    members.sort(Comparator.comparingDouble(box -> middle(box, boxes)));
    return members;
  }

  private double middle(int box, Rectangle[] boxes) {
    DoubleSummaryStatistics led =
        before.get(box).stream()
            .filter(from -> boxes[from] != null)
            .mapToDouble(from -> boxes[from].centerY())
            .summaryStatistics();
    return led.getCount() == 0 ? 0 : Math.min(led.getAverage(), led.getMin() + REACH);
  }
}
