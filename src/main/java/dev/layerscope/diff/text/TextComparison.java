package dev.layerscope.diff.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Aligns two texts line by line. Changed lines stand beside each other as long as both sides have
 * some.
 */
public final class TextComparison {
  private TextComparison() {}

  /**
   * Every line of both texts, in order. Line ends are not part of a line; see {@link #sameLines}.
   */
  public static List<AlignedLine> align(String from, String to) {
    List<String> before = from.lines().toList();
    List<String> after = to.lines().toList();
    var rows = new ArrayList<AlignedLine>();
    int at = 0;
    int shift = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      equal(before, at, delta.getSource().getPosition(), shift, rows);
      changed(delta, rows);
      at = delta.getSource().getPosition() + delta.getSource().size();
      shift = delta.getTarget().getPosition() + delta.getTarget().size() - at;
    }
    equal(before, at, before.size(), shift, rows);
    return rows;
  }

  /** Whether only line ends or the final line break can differ. */
  public static boolean sameLines(String from, String to) {
    return from.lines().toList().equals(to.lines().toList());
  }

  private static void equal(
      List<String> lines, int start, int end, int shift, List<AlignedLine> rows) {
    for (int i = start; i < end; i++) {
      String line = lines.get(i);
      rows.add(
          new AlignedLine(
              AlignedLine.Kind.EQUAL,
              Optional.of(new AlignedLine.Numbered(i + 1, line)),
              Optional.of(new AlignedLine.Numbered(i + 1 + shift, line))));
    }
  }

  private static void changed(AbstractDelta<String> delta, List<AlignedLine> rows) {
    int before = delta.getSource().size();
    int after = delta.getTarget().size();
    for (int i = 0; i < Math.max(before, after); i++) {
      AlignedLine.Kind kind =
          i >= before
              ? AlignedLine.Kind.ADDED
              : i >= after ? AlignedLine.Kind.REMOVED : AlignedLine.Kind.CHANGED;
      rows.add(new AlignedLine(kind, line(delta.getSource(), i), line(delta.getTarget(), i)));
    }
  }

  private static Optional<AlignedLine.Numbered> line(
      com.github.difflib.patch.Chunk<String> chunk, int index) {
    return index < chunk.size()
        ? Optional.of(
            new AlignedLine.Numbered(chunk.getPosition() + index + 1, chunk.getLines().get(index)))
        : Optional.empty();
  }
}
