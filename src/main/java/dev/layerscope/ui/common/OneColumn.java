package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.AlignedLine.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of two columns as rows of one. */
final class OneColumn {
  private OneColumn() {}

  /** In one column a changed line is shown twice: as it was, as it will be. */
  static List<DiffRow> of(List<DiffRow> rows) {
    var split = new ArrayList<DiffRow>();
    var added = new ArrayList<DiffRow>();
    for (DiffRow row : rows) {
      if (row instanceof DiffRow.Pair(var line, var risk, var beside)
          && line.kind() == AlignedLine.Kind.CHANGED) {
        split.add(new DiffRow.Pair(one(line, true), "", line.to().map(Numbered::text)));
        added.add(new DiffRow.Pair(one(line, false), risk, line.from().map(Numbered::text)));
      } else {
        split.addAll(added);
        added.clear();
        split.add(row);
      }
    }
    split.addAll(added);
    return split;
  }

  private static AlignedLine one(AlignedLine line, boolean before) {
    return before
        ? new AlignedLine(AlignedLine.Kind.REMOVED, line.from(), Optional.empty())
        : new AlignedLine(AlignedLine.Kind.ADDED, Optional.empty(), line.to());
  }
}
