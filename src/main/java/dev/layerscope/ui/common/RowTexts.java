package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The lines of one side above a row, folded ones included, read from the row upwards: the row
 * itself is the line {@link #LAST}.
 */
final class RowTexts implements IntFunction<String> {
  /** More lines than this are never looked through for a parent. */
  static final int LAST = 50_000;

  private final List<DiffRow> rows;
  private final boolean right;
  private int row;
  private int inFold = -1;
  private int at = LAST + 1;
  private String text = "";

  RowTexts(List<DiffRow> rows, int row) {
    this.rows = rows;
    this.row = row + 1;
    this.right =
        !(rows.get(row) instanceof DiffRow.Pair(AlignedLine line, var ignored, var beside))
            || line.to().isPresent();
  }

  /** The lines are asked for one after the other, upwards. */
  @Override
  public String apply(int line) {
    while (at > line) {
      step();
      at--;
    }
    return text;
  }

  private void step() {
    if (inFold > 0 && rows.get(row) instanceof DiffRow.Fold(var lines)) {
      inFold--;
      text = text(lines.get(inFold));
      return;
    }
    row--;
    inFold = -1;
    text = "";
    if (row < 0) {
      row = -1;
      return;
    }
    switch (rows.get(row)) {
      case DiffRow.Head ignored -> {}
      case DiffRow.Hidden ignored -> {}
      case DiffRow.Fold(var lines) -> {
        inFold = lines.size() - 1;
        text = text(lines.getLast());
      }
      case DiffRow.Pair(AlignedLine line, var ignored, var beside) -> text = text(line);
    }
  }

  private String text(AlignedLine line) {
    return (right ? line.to() : line.from()).map(AlignedLine.Numbered::text).orElse("");
  }
}
