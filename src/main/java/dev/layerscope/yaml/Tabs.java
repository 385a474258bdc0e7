package dev.layerscope.yaml;

/**
 * Tabs between tokens, which go-yaml takes for blanks and SnakeYAML refuses: after a colon, a dash
 * or a bracket, and at the end of a line.
 */
final class Tabs {
  private static final String BEFORE = ":-,[{?";

  private Tabs() {}

  /**
   * The same text with such tabs made blanks, one for one, so that places stay. Tabs that indent
   * stay tabs.
   */
  static String asBlanks(String text) {
    var out = new StringBuilder(text);
    int line = 0;
    while (line < out.length()) {
      int end = out.indexOf("\n", line);
      end = end < 0 ? out.length() : end;
      for (int i = line; i < end; i++) {
        if (out.charAt(i) == '\t' && (atEnd(out, i, end) || afterToken(out, line, i))) {
          out.setCharAt(i, ' ');
        }
      }
      line = end + 1;
    }
    return out.toString();
  }

  private static boolean atEnd(CharSequence text, int at, int end) {
    for (int i = at; i < end; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean afterToken(CharSequence text, int line, int at) {
    for (int i = at - 1; i >= line; i--) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t') {
        return BEFORE.indexOf(c) >= 0;
      }
    }
    return false;
  }
}
