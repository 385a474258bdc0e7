package dev.layerscope.diff.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which items of two lists stand for each other when order counts: equal ones by a longest common
 * subsequence, what is left between them in pairs.
 */
final class Alignment {
  /** Beyond this many cells the middle is paired by position: the table would cost too much. */
  private static final long MOST_CELLS = 4_000_000;

  /** A pair of positions; one of them may be empty. */
  record Pair(OptionalInt from, OptionalInt to) {}

  private Alignment() {}

  /** All positions of both lists, in order. */
  static List<Pair> of(List<String> from, List<String> to) {
    int head = 0;
    while (head < Math.min(from.size(), to.size()) && from.get(head).equals(to.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(from.size(), to.size()) - head
        && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
      tail++;
    }
    var pairs = new ArrayList<Pair>();
    both(0, 0, head, pairs);
    middle(from, head, from.size() - tail, to, head, to.size() - tail, pairs);
    both(from.size() - tail, to.size() - tail, tail, pairs);
    return pairs;
  }

  private static void middle(
      List<String> from,
      int fromStart,
      int fromEnd,
      List<String> to,
      int toStart,
      int toEnd,
      List<Pair> pairs) {
    int rows = fromEnd - fromStart;
    int columns = toEnd - toStart;
    if ((long) rows * columns > MOST_CELLS) {
      loose(fromStart, fromEnd, toStart, toEnd, pairs);
      return;
    }
    int[][] length = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        length[i][j] =
            from.get(fromStart + i).equals(to.get(toStart + j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    int looseFrom = 0;
    int looseTo = 0;
    while (i < rows && j < columns) {
      if (from.get(fromStart + i).equals(to.get(toStart + j))) {
        loose(fromStart + looseFrom, fromStart + i, toStart + looseTo, toStart + j, pairs);
        both(fromStart + i, toStart + j, 1, pairs);
        looseFrom = ++i;
        looseTo = ++j;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    loose(fromStart + looseFrom, fromEnd, toStart + looseTo, toEnd, pairs);
  }

  private static void both(int from, int to, int count, List<Pair> pairs) {
    for (int i = 0; i < count; i++) {
      pairs.add(new Pair(OptionalInt.of(from + i), OptionalInt.of(to + i)));
    }
  }

  private static void loose(int from, int fromEnd, int to, int toEnd, List<Pair> pairs) {
    int i = from;
    int j = to;
    while (i < fromEnd || j < toEnd) {
      pairs.add(
          new Pair(
              i < fromEnd ? OptionalInt.of(i++) : OptionalInt.empty(),
              j < toEnd ? OptionalInt.of(j++) : OptionalInt.empty()));
    }
  }
}
