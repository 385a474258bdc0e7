package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.AlignedLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which rows belong to one difference: a ribbon is drawn over all of them, each row paints its
 * slice.
 */
final class DiffBlocks {
  private final int[] starts;
  private final int[] ends;
  private final int[] numbers;

  /** The first row of every difference. */
  private final List<Integer> firsts = new ArrayList<>();

  /**
   * @param unified both sides in one column: what went and what came in its place are one
   *     difference then
   */
  DiffBlocks(List<DiffRow> rows, boolean unified) {
    numbers = new int[rows.size()];
    starts = new int[rows.size()];
    ends = new int[rows.size()];
    int at = 0;
    while (at < rows.size()) {
      int end = at + 1;
      while (end < rows.size() && belongs(rows.get(at), rows.get(end))) {
        end++;
      }
      boolean instead =
          unified && at > 0 && is(rows.get(at - 1), Kind.REMOVED) && is(rows.get(at), Kind.ADDED);
      if (!instead && rows.get(at) instanceof DiffRow.Pair pair && pair.differs()) {
        firsts.add(at);
      }
      for (int i = at; i < end; i++) {
        starts[i] = at;
        ends[i] = end;
        numbers[i] = firsts.size();
      }
      at = end;
    }
  }

  private static boolean is(DiffRow row, Kind kind) {
    return row instanceof DiffRow.Pair pair && pair.line().kind() == kind;
  }

  private static boolean belongs(DiffRow first, DiffRow other) {
    return first instanceof DiffRow.Pair(AlignedLine a, var ignoredA, var besideA)
        && other instanceof DiffRow.Pair(AlignedLine b, var ignoredB, var besideB)
        && a.kind() == b.kind()
        && a.kind() != Kind.EQUAL;
  }

  /** The first row of the block a row belongs to; itself for one that is about to go. */
  int start(int row) {
    return row < starts.length ? starts[row] : row;
  }

  /** Which difference a row belongs to, or is the last one above it, from 1. */
  int number(int row) {
    return row >= 0 && row < numbers.length ? numbers[row] : 0;
  }

  /**
   * The first row of the difference after a row, or of the one before it.
   *
   * @param row -1 for above all rows, the number of rows for below them
   * @param inside whether the row belongs to a difference itself
   */
  OptionalInt beside(int row, boolean inside, int direction) {
    int above = row < numbers.length ? number(row) : firsts.size();
    int wanted = direction > 0 ? above + 1 : inside ? above - 1 : above;
    return wanted < 1 || wanted > firsts.size()
        ? OptionalInt.empty()
        : OptionalInt.of(firsts.get(wanted - 1));
  }

  /** How many differences there are. */
  int differences() {
    return firsts.size();
  }

  /** How many rows it has. */
  int height(int row) {
    return row < starts.length ? ends[row] - starts[row] : 1;
  }
}
