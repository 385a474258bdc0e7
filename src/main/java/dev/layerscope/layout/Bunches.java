package dev.layerscope.layout;

import dev.layerscope.layout.Forest.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Siblings that nothing ever hangs from, where so many follow each other that one column of them
 * would leave a window behind: they stand in several columns instead, read from top to bottom and
 * then to the right. What can be opened never stands in a bunch, so opening moves nobody sideways.
 */
final class Bunches {
  /** A column of a bunch is no lower, as long as there is more than one. */
  private static final int LEAST_ROWS = 8;

  private final Forest forest;
  private final Spacing spacing;
  private final Map<Integer, List<Integer>> byFirst = new HashMap<>();

  /** Cards, and how they stand. */
  record Bunch(List<Integer> cards, Grid grid) {}

  Bunches(Forest forest, Spacing spacing) {
    this.forest = forest;
    this.spacing = spacing;
  }

  /** Of children in a row, each bunch by its first card alone. */
  List<Integer> heads(List<Integer> children) {
    if (children.size() <= Forest.LONGEST_COLUMN) {
      return children;
    }
    var heads = new ArrayList<Integer>();
    for (int from = 0; from < children.size(); ) {
      int to = from + 1;
      while (to < children.size() && isLeaf(children.get(from)) && isLeaf(children.get(to))) {
        to++;
      }
      if (to - from > Forest.LONGEST_COLUMN) {
        byFirst.put(children.get(from), children.subList(from, to));
        heads.add(children.get(from));
      } else {
        heads.addAll(children.subList(from, to));
      }
      from = to;
    }
    return heads;
  }

  private boolean isLeaf(int item) {
    return forest.items().get(item).form() == Form.LEAF;
  }

  /** What stands with a card: itself alone, or the bunch it is the first of. */
  Bunch from(int first) {
    List<Integer> cards = byFirst.get(first);
    if (cards == null) {
      return new Bunch(List.of(first), new Grid(1, 1));
    }
    double down = spacing.cardHeight() + spacing.gap();
    return new Bunch(cards, Grid.of(cards.size(), spacing.pitch(), down, LEAST_ROWS));
  }
}
