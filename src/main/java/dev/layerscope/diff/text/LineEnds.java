package dev.layerscope.diff.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How the lines of a text end: what a comparison line by line does not show, and must not keep to
 * itself.
 *
 * @param crlf lines that end in CR and LF
 * @param lf lines that end in LF alone
 * @param closed whether the last line has an end
 */
public record LineEnds(int crlf, int lf, boolean closed) {
  /** Reads a text's. */
  public static LineEnds of(String text) {
    int crlf = 0;
    int lf = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (at > 0 && text.charAt(at - 1) == '\r') {
        crlf++;
      } else {
        lf++;
      }
    }
    return new LineEnds(crlf, lf, text.isEmpty() || text.endsWith("\n"));
  }

  /** What two texts differ in that no line shows, in words; empty for nothing. */
  public static List<String> differences(String from, String to) {
    if (from.isEmpty() || to.isEmpty()) {
      return List.of();
    }
    LineEnds before = of(from);
    LineEnds after = of(to);
    var words = new ArrayList<String>();
    if (!before.kind().equals(after.kind()) && before.counted() && after.counted()) {
      words.add("line ends differ: " + before.kind() + " became " + after.kind());
    } else if (before.equals(after) && !from.equals(to) && TextComparison.sameLines(from, to)) {
      words.add("the same lines end differently");
    }
    if (before.closed != after.closed) {
      words.add(
          after.closed
              ? "the last line has got its line break"
              : "the last line has lost its line break");
    }
    return words;
  }

  private boolean counted() {
    return crlf + lf > 0;
  }

  private String kind() {
    return crlf == 0 ? "LF" : lf == 0 ? "CRLF" : "CRLF and LF mixed";
  }
}
