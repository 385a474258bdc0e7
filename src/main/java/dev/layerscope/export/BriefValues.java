package dev.layerscope.export;

import dev.layerscope.diff.manifest.FieldChange;

/**
 * Two values as a report for people shows them: of long ones what is around the first place where
 * they differ, and how much is left out. JSON has them whole.
 */
record BriefValues(String from, String to) {
  private static final int LONGEST = 400;
  private static final int BEFORE = 60;

  static BriefValues of(FieldChange field) {
    String from = field.from().orElse("–");
    String to = field.to().orElse("–");
    if (from.length() <= LONGEST && to.length() <= LONGEST) {
      return new BriefValues(from, to);
    }
    int same = 0;
    int both = Math.min(from.length(), to.length());
    while (same < both && from.charAt(same) == to.charAt(same)) {
      same++;
    }
    int start = same <= BEFORE ? 0 : same - BEFORE;
    int tail = 0;
    while (tail < both - same
        && from.charAt(from.length() - 1 - tail) == to.charAt(to.length() - 1 - tail)) {
      tail++;
    }
    return new BriefValues(part(from, start, tail), part(to, start, tail));
  }

  /**
   * What is shown of a value.
   *
   * @param tail how many characters at its end both values have
   */
  private static String part(String value, int start, int tail) {
    if (value.length() <= LONGEST) {
      return value;
    }
    int from = start > 0 && Character.isLowSurrogate(value.charAt(start)) ? start + 1 : start;
    int end = Math.min(value.length(), from + LONGEST);
    int to = end < value.length() && Character.isLowSurrogate(value.charAt(end)) ? end - 1 : end;
    return (from == 0 ? "" : "… ")
        + value.substring(from, to)
        + (to == value.length() ? "" : " …")
        + " ("
        + value.length()
        + " characters"
        + (value.length() - tail > to ? ", differs further on)" : ")");
  }
}
