package dev.layerscope.ui.common;

import dev.layerscope.diff.manifest.SecretText;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.LineEnds;
import dev.layerscope.diff.text.TextComparison;
import java.util.ArrayList;
import java.util.List;

/** A row of a text comparison. */
public sealed interface DiffRow {
  /** A heading between files. */
  record Head(String path, String note, int added, int removed) implements DiffRow {}

  /** Equal lines that are folded away. */
  record Fold(List<AlignedLine> lines) implements DiffRow {
    /** The outermost keys among them, so that nobody takes one block for another. */
    public String inside() {
      int least = Integer.MAX_VALUE;
      var keys = new ArrayList<String>();
      for (AlignedLine line : lines) {
        String text = line.to().or(line::from).map(AlignedLine.Numbered::text).orElse("");
        String bare = text.stripLeading();
        int colon = bare.indexOf(':');
        int indent = text.length() - bare.length();
        if (colon <= 0 || bare.startsWith("#") || bare.startsWith("-") || indent > least) {
          continue;
        }
        if (indent < least) {
          keys.clear();
          least = indent;
        }
        keys.add(bare.substring(0, Math.min(colon, 40)));
      }
      return String.join(", ", keys.subList(0, Math.min(keys.size(), 6)))
          + (keys.size() > 6 ? " …" : "");
    }
  }

  /**
   * Differences that are meant, out of sight.
   *
   * @param rule the name of the rule that hides them
   * @param count how many differences
   * @param rows what stands here once they are shown
   */
  record Hidden(String rule, int count, List<DiffRow> rows) implements DiffRow {
    public Hidden {
      rows = List.copyOf(rows);
    }

    /** How many, and by which rule. */
    public String words() {
      return Messages.text("compare.hiddenhere", count, rule);
    }
  }

  /** A pair of lines. */
  record Pair(AlignedLine line) implements DiffRow {
    public boolean differs() {
      return line.kind() != AlignedLine.Kind.EQUAL;
    }
  }

  /** What stands in the place of a row once it is opened; nothing for one that hides nothing. */
  default List<DiffRow> opened() {
    return switch (this) {
      case Head ignored -> List.of();
      case Pair ignored -> List.of();
      case Fold(List<AlignedLine> lines) -> lines.stream().<DiffRow>map(Pair::new).toList();
      case Hidden hidden -> hidden.rows();
    };
  }

  /** Equal lines kept around a difference. */
  int CONTEXT = 3;

  /** The rows of two texts: equal lines far from any difference are folded. */
  static List<DiffRow> of(String from, String to) {
    var rows = new ArrayList<DiffRow>();
    LineEnds.differences(from, to).forEach(words -> rows.add(new Head(words, "", 0, 0)));
    rows.addAll(
        of(masked(TextComparison.align(from, to), SecretText.masked(from), SecretText.masked(to))));
    return rows;
  }

  /** What differs is told by the true texts; what is shown are the masked ones. */
  private static List<AlignedLine> masked(
      List<AlignedLine> lines, List<String> from, List<String> to) {
    return lines.stream()
        .map(line ->
            new AlignedLine(
                line.kind(),
                line.from().map(n -> shown(n, from)),
                line.to().map(n -> shown(n, to))))
        .toList();
  }

  private static AlignedLine.Numbered shown(AlignedLine.Numbered line, List<String> masked) {
    return new AlignedLine.Numbered(line.number(), masked.get(line.number() - 1));
  }

  private static List<DiffRow> of(List<AlignedLine> lines) {
    var rows = new ArrayList<DiffRow>();
    int at = 0;
    while (at < lines.size()) {
      if (lines.get(at).kind() != AlignedLine.Kind.EQUAL) {
        rows.add(new Pair(lines.get(at++)));
        continue;
      }
      int end = at;
      while (end < lines.size() && lines.get(end).kind() == AlignedLine.Kind.EQUAL) {
        end++;
      }
      equal(lines, at, end, rows);
      at = end;
    }
    return rows;
  }

  private static void equal(List<AlignedLine> lines, int start, int end, List<DiffRow> rows) {
    int head = start == 0 ? start : start + CONTEXT;
    int tail = end == lines.size() ? end : end - CONTEXT;
    if (tail - head < 4) {
      lines.subList(start, end).forEach(line -> rows.add(new Pair(line)));
      return;
    }
    lines.subList(start, head).forEach(line -> rows.add(new Pair(line)));
    rows.add(new Fold(List.copyOf(lines.subList(head, tail))));
    lines.subList(tail, end).forEach(line -> rows.add(new Pair(line)));
  }

  /** How many lines of a kind a text comparison has; a changed one counts on both sides. */
  static int count(List<DiffRow> rows, AlignedLine.Kind kind) {
    return (int)
        rows.stream()
            .filter(row ->
                row instanceof Pair(AlignedLine line)
                    && (line.kind() == kind || line.kind() == AlignedLine.Kind.CHANGED))
            .count();
  }
}
