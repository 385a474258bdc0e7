package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import java.util.List;

/**
 * Which rows belong to one difference: a ribbon is drawn over all of them, each row paints its
 * slice.
 */
final class DiffBlocks {
  private final int[] starts;
  private final int[] ends;
  private final int[] numbers;

  DiffBlocks(List<DiffRow> rows) {
    numbers = new int[rows.size()];
    int before = 0;
    starts = new int[rows.size()];
    ends = new int[rows.size()];
    int at = 0;
    while (at < rows.size()) {
      int end = at + 1;
      while (end < rows.size() && belongs(rows.get(at), rows.get(end))) {
        end++;
      }
      before += rows.get(at) instanceof DiffRow.Pair pair && pair.differs() ? 1 : 0;
      for (int i = at; i < end; i++) {
        starts[i] = at;
        ends[i] = end;
        numbers[i] = before;
      }
      at = end;
    }
  }

  private static boolean belongs(DiffRow first, DiffRow other) {
    return first instanceof DiffRow.Pair(AlignedLine a, var ignoredA, var besideA)
        && other instanceof DiffRow.Pair(AlignedLine b, var ignoredB, var besideB)
        && a.kind() == b.kind()
        && a.kind() != AlignedLine.Kind.EQUAL;
  }

  /** The first row of the block a row belongs to; itself for one that is about to go. */
  int start(int row) {
    return row < starts.length ? starts[row] : row;
  }

  /** Which difference a row belongs to, or is the last one above it, from 1. */
  int number(int row) {
    return row >= 0 && row < numbers.length ? numbers[row] : 0;
  }

  /** How many differences there are. */
  int differences() {
    return numbers.length == 0 ? 0 : numbers[numbers.length - 1];
  }

  /** How many rows it has. */
  int height(int row) {
    return row < starts.length ? ends[row] - starts[row] : 1;
  }
}
