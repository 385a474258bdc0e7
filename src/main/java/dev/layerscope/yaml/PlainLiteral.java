package dev.layerscope.yaml;

/** The lines of a text after a bar, as many as are indented like the first. One use. */
final class PlainLiteral {
  private final String text;
  private final int deep;
  private int lineStart;
  private int end;
  private int passed;

  /**
   * @param lineStart where its first line begins
   */
  PlainLiteral(String text, int lineStart) {
    this.text = text;
    this.lineStart = lineStart;
    this.end = lineStart;
    deep = depth(lineStart);
  }

  /**
   * Whether its first line is blank, or not indented more than what holds it.
   *
   * @param indent of what holds it
   */
  boolean isUnusual(int indent) {
    int first = lineStart + deep;
    return first >= text.length() || text.charAt(first) == '\n' || deep <= indent;
  }

  private int depth(int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i - start;
  }

  /** Reads to where the library says the text ends: behind the blank lines after it. */
  String lines() {
    var lines = new StringBuilder();
    int blank = 0;
    while (lineStart < text.length()) {
      int own = Math.min(depth(lineStart), deep);
      int newline = text.indexOf('\n', lineStart);
      int over = newline < 0 ? text.length() : newline;
      boolean empty = lineStart + own == over;
      if (!empty && own < deep || empty && newline < 0) {
        break;
      }
      if (empty) {
        blank++;
      } else {
        lines.repeat('\n', blank).append(text, lineStart + deep, over);
        blank = 0;
        if (newline < 0) {
          end = over;
          return lines.toString();
        }
        lines.append('\n');
      }
      lineStart = over + 1;
      end = lineStart;
      passed++;
    }
    return lines.toString();
  }

  /** Where reading ended. */
  int end() {
    return end;
  }

  /** Where the line begins in which reading ended. */
  int lineStart() {
    return lineStart;
  }

  /** How many lines are over. */
  int passed() {
    return passed;
  }
}
