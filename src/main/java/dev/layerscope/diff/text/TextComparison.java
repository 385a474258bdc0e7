package dev.layerscope.diff.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Aligns two texts line by line. Changed lines stand beside each other as long as both sides have
 * some.
 */
public final class TextComparison {
  private TextComparison() {}

  /** Every line of both texts, in order. Line ends are not part of a line; see {@link LineEnds}. */
  public static List<AlignedLine> align(String from, String to) {
    List<String> before = from.lines().toList();
    List<String> after = to.lines().toList();
    var rows = new ArrayList<AlignedLine>(Math.max(before.size(), after.size()));
    int left = 0;
    int right = 0;
    for (Histogram.Run run : Histogram.match(before, after)) {
      changed(before, left, run.from(), after, right, run.to(), rows);
      for (int i = 0; i < run.length(); i++) {
        rows.add(
            new AlignedLine(
                AlignedLine.Kind.EQUAL, line(before, run.from() + i), line(after, run.to() + i)));
      }
      left = run.from() + run.length();
      right = run.to() + run.length();
    }
    changed(before, left, before.size(), after, right, after.size(), rows);
    return rows;
  }

  /** Whether only line ends or the final line break can differ. */
  public static boolean sameLines(String from, String to) {
    return from.lines().toList().equals(to.lines().toList());
  }

  private static void changed(
      List<String> before,
      int left,
      int leftEnd,
      List<String> after,
      int right,
      int rightEnd,
      List<AlignedLine> rows) {
    int height = Math.max(leftEnd - left, rightEnd - right);
    for (int i = 0; i < height; i++) {
      Optional<AlignedLine.Numbered> here =
          left + i < leftEnd ? line(before, left + i) : Optional.empty();
      Optional<AlignedLine.Numbered> there =
          right + i < rightEnd ? line(after, right + i) : Optional.empty();
      rows.add(new AlignedLine(kind(here, there), here, there));
    }
  }

  private static AlignedLine.Kind kind(
      Optional<AlignedLine.Numbered> from, Optional<AlignedLine.Numbered> to) {
    return from.isEmpty()
        ? AlignedLine.Kind.ADDED
        : to.isEmpty() ? AlignedLine.Kind.REMOVED : AlignedLine.Kind.CHANGED;
  }

  private static Optional<AlignedLine.Numbered> line(List<String> lines, int index) {
    return Optional.of(new AlignedLine.Numbered(index + 1, lines.get(index)));
  }
}
