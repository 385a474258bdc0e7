package dev.layerscope.glob;

import java.util.function.IntPredicate;

/** A class of characters as Go's matchers write it: {@code [a-z_]}, {@code [^abc]}. */
record CharacterClass(IntPredicate which, int end) {

  /** The pattern is none. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads the class that begins at a place.
   *
   * @param negations the characters that negate when they come first
   */
  static CharacterClass read(int[] pattern, int start, String negations) throws RefusedException {
    int at = start + 1;
    boolean not = at < pattern.length && negations.indexOf(pattern[at]) >= 0;
    at += not ? 1 : 0;
    IntPredicate which = c -> false;
    boolean first = true;
    while (first || at >= pattern.length || pattern[at] != ']') {
      first = false;
      at = past(pattern, at);
      int low = pattern[at - 1];
      int high = low;
      if (at < pattern.length && pattern[at] == '-') {
        at = past(pattern, at + 1);
        high = pattern[at - 1];
      }
      if (high < low) {
        throw new RefusedException();
      }
      int last = high;
      which = which.or(c -> c >= low && c <= last);
    }
    return new CharacterClass(not ? which.negate() : which, at + 1);
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
}
