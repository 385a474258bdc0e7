package dev.layerscope.glob;

/** A class of characters as Go's matchers write it: {@code [a-z_]}, {@code [^abc]}. */
final class CharacterClass {
  private CharacterClass() {}

  /** The pattern is none. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Writes the class that begins at a place as a regular expression.
   *
   * @param negations the characters that negate when they come first
   * @return the place behind the class
   */
  static int translate(int[] pattern, int start, String negations, StringBuilder out)
      throws RefusedException {
    int at = start + 1;
    boolean not = at < pattern.length && negations.indexOf(pattern[at]) >= 0;
    at += not ? 1 : 0;
    out.append(not ? "[^" : "[");
    boolean first = true;
    while (first || at >= pattern.length || pattern[at] != ']') {
      first = false;
      int low = at;
      at = past(pattern, at);
      quote(pattern[at - 1], out);
      if (at < pattern.length && pattern[at] == '-') {
        int high = at + 1;
        at = past(pattern, high);
        if (pattern[at - 1] < pattern[past(pattern, low) - 1]) {
          throw new RefusedException();
        }
        out.append('-');
        quote(pattern[at - 1], out);
      }
    }
    out.append(']');
    return at + 1;
  }

  /** The place behind one character, escaped or not. */
  private static int past(int[] pattern, int at) throws RefusedException {
    if (at >= pattern.length || pattern[at] == '-' || pattern[at] == ']') {
      throw new RefusedException();
    }
    int end = pattern[at] == '\\' ? at + 2 : at + 1;
    if (end > pattern.length) {
      throw new RefusedException();
    }
    return end;
  }

  static void quote(int c, StringBuilder out) {
    if (c < 128 && !Character.isLetterOrDigit(c)) {
      out.append('\\');
    }
    out.appendCodePoint(c);
  }
}
