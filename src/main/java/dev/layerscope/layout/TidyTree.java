package dev.layerscope.layout;

import dev.layerscope.layout.Bunches.Bunch;
import dev.layerscope.layout.Forest.Form;
import dev.layerscope.layout.Forest.Item;
import dev.layerscope.layout.Places.Frame;
import dev.layerscope.layout.Places.Rectangle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a forest out from left to right: one column a level, a parent level with its first child, so
 * a chain of layers reads along one line; many leaves in several columns. Linear in the number of
 * cards and free of recursion: chains may be thousands deep.
 */
public final class TidyTree {
  private static final int UNPLACED = -1;

  private final Forest forest;
  private final Spacing spacing;
  private final int[] column;
  private final double[] y;
  private final double[] rail;
  private final Bunches bunches;
  private final List<Frame> frames = new ArrayList<>();
  private double[] free = new double[16];

  private TidyTree(Forest forest, Spacing spacing) {
    this.forest = forest;
    this.spacing = spacing;
    column = new int[forest.items().size()];
    y = new double[forest.items().size()];
    rail = new double[forest.items().size()];
    bunches = new Bunches(forest, spacing);
    Arrays.fill(column, UNPLACED);
    Arrays.fill(rail, Double.NaN);
  }

  /**
   * Places every item that the roots reach. An item named by two parents is placed by the first.
   */
  public static Places place(Forest forest, Spacing spacing) {
    var tidy = new TidyTree(forest, spacing);
    tidy.placeAll();
    return tidy.places();
  }

  /**
   * Pre-order: a card takes the first row at which it and the whole chain of first children below
   * it are free.
   */
  private void placeAll() {
    var stack = new ArrayDeque<int[]>();
    push(stack, forest.roots(), 0);
    while (!stack.isEmpty()) {
      int[] next = stack.pop();
      int head = next[0];
      if (column[head] != UNPLACED) {
        continue;
      }
      List<Integer> chain = chain(head);
      double row = 0;
      for (int i = 0; i < chain.size(); i++) {
        row = Math.max(row, freeFor(chain.get(i), next[1] + i));
      }
      for (int i = 0; i < chain.size(); i++) {
        settle(chain.get(i), next[1] + i, row);
      }
      // The deepest open branch is filled first, so that every parent's children stay together.
      for (int i = 0; i < chain.size(); i++) {
        Item item = item(chain.get(i));
        for (int c = item.companions().size() - 1; c >= 0; c--) {
          push(stack, children(item.companions().get(c)), next[1] + i + 1);
        }
        push(stack, children(chain.get(i)), next[1] + i + 1);
      }
    }
  }

  private static void push(ArrayDeque<int[]> stack, List<Integer> items, int toColumn) {
    for (int i = items.size() - 1; i >= 0; i--) {
      stack.push(new int[] {items.get(i), toColumn});
    }
  }

  /** A card, its first child, that one's first child, and so on. */
  private List<Integer> chain(int head) {
    var chain = new ArrayList<Integer>();
    int at = head;
    while (at != UNPLACED) {
      chain.add(at);
      column[at] = 0;
      int from = at;
      at = UNPLACED;
      for (int child : children(from)) {
        if (column[child] == UNPLACED) {
          at = child;
          break;
        }
      }
    }
    return chain;
  }

  /** The first row at which a card is free, or all columns of the bunch it is the first of. */
  private double freeFor(int card, int at) {
    double row = freeAt(at) + headroom(card);
    int columns = bunches.from(card).grid().columns();
    for (int i = 1; i < columns; i++) {
      row = Math.max(row, freeAt(at + i));
    }
    return row;
  }

  private boolean isOpen(int card) {
    return column[card] == UNPLACED;
  }

  /** The children of an item that have no place yet, of each bunch only its first card. */
  private List<Integer> children(int index) {
    return bunches.heads(item(index).children().stream().filter(this::isOpen).toList());
  }

  private void settle(int card, int toColumn, double row) {
    Bunch bunch = bunches.from(card);
    Grid grid = bunch.grid();
    if (grid.columns() == 1) {
      settleOne(card, toColumn, row);
      return;
    }
    double step = spacing.cardHeight() + spacing.gap();
    for (int i = 0; i < bunch.cards().size(); i++) {
      int member = bunch.cards().get(i);
      int right = grid.column(i);
      column[member] = toColumn + right;
      y[member] = row + grid.row(i) * step;
      if (right > 0) {
        rail[member] = row - spacing.gap() / 2;
      }
    }
    for (int i = 0; i < grid.columns(); i++) {
      free[toColumn + i] = row + grid.rows() * step;
    }
  }

  private void settleOne(int card, int toColumn, double row) {
    column[card] = toColumn;
    y[card] = row;
    double bottom = row + height(card);
    for (int companion : item(card).companions()) {
      if (column[companion] == UNPLACED) {
        column[companion] = toColumn;
        y[companion] = bottom + spacing.companionGap();
        bottom = y[companion] + height(companion);
      }
    }
    if (item(card).framed()) {
      bottom += spacing.framePadding();
      double top = row - spacing.frameHeading();
      double left = toColumn * spacing.pitch();
      frames.add(
          new Frame(
              card,
              new Rectangle(
                  left, top, spacing.cardWidth() + 2 * spacing.framePadding(), bottom - top)));
      bottom -= spacing.framePadding() / 2;
    }
    free[toColumn] = bottom + spacing.gap();
  }

  private double headroom(int card) {
    return item(card).framed() ? spacing.frameHeading() : 0;
  }

  private double freeAt(int at) {
    if (at >= free.length) {
      free = Arrays.copyOf(free, Math.max(at + 1, free.length * 2));
    }
    return free[at];
  }

  private double height(int index) {
    return item(index).form() == Form.NOTE ? spacing.lowHeight() : spacing.cardHeight();
  }

  private Item item(int index) {
    return forest.items().get(index);
  }

  private Places places() {
    var cards = new ArrayList<Rectangle>(column.length);
    double width = 0;
    double height = 0;
    for (int i = 0; i < column.length; i++) {
      double x = Math.max(0, column[i]) * spacing.pitch() + spacing.framePadding();
      cards.add(new Rectangle(x, y[i], spacing.cardWidth(), height(i)));
      width = Math.max(width, x + spacing.cardWidth() + spacing.framePadding());
      height = Math.max(height, y[i] + height(i) + spacing.framePadding());
    }
    return new Places(cards, frames, rails(), width, height);
  }

  private Map<Integer, Double> rails() {
    var rails = new HashMap<Integer, Double>();
    for (int i = 0; i < rail.length; i++) {
      if (!Double.isNaN(rail[i])) {
        rails.put(i, rail[i]);
      }
    }
    return rails;
  }
}
