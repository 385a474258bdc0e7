package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.AlignedLine.Numbered;
import dev.layerscope.diff.text.WordMarks;
import dev.layerscope.diff.text.WordMarks.Mark;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Which column a text has to begin at so that what differs in a long line is in sight. */
final class DiffReach {
  /** Columns in sight before what differs. */
  private static final int BEFORE = 12;

  /**
   * Where to begin so that the first that differs is in sight, at the beginning where no words do;
   * empty when something that differs is in sight already.
   *
   * @param column the first column in sight
   * @param sight how many columns are in sight
   */
  OptionalInt first(DiffRow row, int column, int sight) {
    List<Mark> marks = marks(row);
    if (marks.isEmpty()) {
      return OptionalInt.of(0);
    }
    boolean seen =
        marks.stream().anyMatch(mark -> mark.start() < column + sight && mark.end() > column);
    return seen || sight <= 0 ? OptionalInt.empty() : OptionalInt.of(begin(marks.getFirst()));
  }

  /** Where to begin so that what differs next beyond one edge is in sight; empty for nothing. */
  OptionalInt beyond(DiffRow row, int direction, int column, int sight) {
    if (sight <= 0) {
      return OptionalInt.empty();
    }
    Stream<Mark> marks = marks(row).stream();
    return direction > 0
        ? marks
            .filter(mark -> mark.start() >= column + sight)
            .mapToInt(DiffReach::begin)
            .findFirst()
        : marks
            .filter(mark -> mark.end() <= column)
            .mapToInt(mark -> Math.max(0, mark.end() + BEFORE - sight))
            .reduce((earlier, later) -> later);
  }

  /**
   * Where to begin so that some letters are in sight; empty when they are, or are nowhere.
   *
   * @param start the first of them; -1 for none
   */
  OptionalInt toward(int start, int length, int column, int sight) {
    boolean seen = start >= column && start + length <= column + sight;
    return start < 0 || sight <= 0 || seen
        ? OptionalInt.empty()
        : OptionalInt.of(start + length + BEFORE <= sight ? 0 : Math.max(0, start - BEFORE));
  }

  private static int begin(Mark mark) {
    return Math.max(0, mark.start() - BEFORE);
  }

  /** Of both sides, from left to right. */
  private static List<Mark> marks(DiffRow row) {
    if (!(row instanceof DiffRow.Pair(AlignedLine line, var ignored, var beside))) {
      return List.of();
    }
    String from = line.from().map(Numbered::text).orElse("");
    String to = line.to().map(Numbered::text).orElse("");
    WordMarks marks =
        beside.isPresent()
            ? WordMarks.between(beside.get(), to.isEmpty() ? from : to)
            : line.kind() == AlignedLine.Kind.CHANGED
                ? WordMarks.between(from, to)
                : new WordMarks(List.of(), List.of());
    return Stream.concat(marks.from().stream(), marks.to().stream())
        .sorted(Comparator.comparingInt(Mark::start))
        .toList();
  }
}
