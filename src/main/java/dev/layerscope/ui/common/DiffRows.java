package dev.layerscope.ui.common;

import dev.layerscope.diff.manifest.SecretText;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.LineEnds;
import dev.layerscope.diff.text.TextComparison;
import dev.layerscope.ui.common.DiffRow.Fold;
import dev.layerscope.ui.common.DiffRow.Head;
import dev.layerscope.ui.common.DiffRow.Hidden;
import dev.layerscope.ui.common.DiffRow.Meant;
import dev.layerscope.ui.common.DiffRow.Pair;
import dev.layerscope.ui.common.DiffRow.Remarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two texts as rows: what differs, what is meant to, and a little of what is equal around it. */
final class DiffRows {
  /** Equal lines kept around a difference. */
  private static final int CONTEXT = 3;

  /** Fewer equal lines than this are not worth a fold. */
  private static final int LEAST_FOLDED = 4;

  private final List<AlignedLine> shown;
  private final List<Optional<Meant>> meant;
  private final Remarks remarks;
  private final List<AlignedLine> lines;
  private final List<DiffRow> rows = new ArrayList<>();

  private DiffRows(List<AlignedLine> lines, List<AlignedLine> shown, Remarks remarks) {
    this.lines = lines;
    this.shown = shown;
    this.remarks = remarks;
    this.meant = lines.stream().map(remarks::meant).toList();
  }

  static List<DiffRow> of(String from, String to, Remarks remarks) {
    var heads = new ArrayList<DiffRow>();
    LineEnds.differences(from, to).forEach(words -> heads.add(Head.sentence(words)));
    List<AlignedLine> lines = TextComparison.align(from, to);
    List<AlignedLine> shown =
        SecretText.mayHold(from) || SecretText.mayHold(to)
            ? masked(lines, SecretText.masked(from), SecretText.masked(to))
            : lines;
    heads.addAll(new DiffRows(lines, shown, remarks).all());
    return heads;
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

  private List<DiffRow> all() {
    int at = 0;
    while (at < lines.size()) {
      if (meant.get(at).isPresent()) {
        at = hidden(at);
      } else if (lines.get(at).kind() == AlignedLine.Kind.EQUAL) {
        at = equal(at);
      } else {
        rows.add(new Pair(shown.get(at), remarks.risk(lines.get(at))));
        at++;
      }
    }
    return rows;
  }

  /** Lines one below the other that one rule hides are one row. */
  private int hidden(int start) {
    Meant first = meant.get(start).orElseThrow();
    var inside = new ArrayList<DiffRow>();
    var differences = new ArrayList<Object>();
    int end = start;
    while (end < lines.size()
        && meant.get(end).filter(m -> m.rule().equals(first.rule())).isPresent()) {
      Object what = meant.get(end).orElseThrow().what();
      if (!differences.contains(what)) {
        differences.add(what);
      }
      inside.add(new Pair(shown.get(end), remarks.risk(lines.get(end))));
      end++;
    }
    rows.add(new Hidden(first.rule(), differences.size(), 1, inside));
    return end;
  }

  /** Around what is hidden nothing needs to be seen. */
  private int equal(int start) {
    int end = start;
    while (end < lines.size() && lines.get(end).kind() == AlignedLine.Kind.EQUAL) {
      end++;
    }
    int head = start == 0 || meant.get(start - 1).isPresent() ? start : start + CONTEXT;
    int tail = end == lines.size() || meant.get(end).isPresent() ? end : end - CONTEXT;
    if (tail - head < LEAST_FOLDED) {
      shown.subList(start, end).forEach(line -> rows.add(new Pair(line)));
      return end;
    }
    shown.subList(start, head).forEach(line -> rows.add(new Pair(line)));
    rows.add(new Fold(List.copyOf(shown.subList(head, tail))));
    shown.subList(tail, end).forEach(line -> rows.add(new Pair(line)));
    return end;
  }
}
