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

  DiffBlocks(List<DiffRow> rows) {
    starts = new int[rows.size()];
    ends = new int[rows.size()];
    int at = 0;
    while (at < rows.size()) {
      int end = at + 1;
      while (end < rows.size() && belongs(rows.get(at), rows.get(end))) {
        end++;
      }
      for (int i = at; i < end; i++) {
        starts[i] = at;
        ends[i] = end;
      }
      at = end;
    }
  }

  private static boolean belongs(DiffRow first, DiffRow other) {
    return first instanceof DiffRow.Pair(AlignedLine a)
        && other instanceof DiffRow.Pair(AlignedLine b)
        && a.kind() == b.kind()
        && a.kind() != AlignedLine.Kind.EQUAL;
  }

  /** The first row of the block a row belongs to; itself for one that is about to go. */
  int start(int row) {
    return row < starts.length ? starts[row] : row;
  }

  /** How many rows it has. */
  int height(int row) {
    return row < starts.length ? ends[row] - starts[row] : 1;
  }
}
