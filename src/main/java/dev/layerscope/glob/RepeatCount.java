package dev.layerscope.glob;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often the parts of a regular expression are repeated: Go allows a thousand, counts within
 * counts multiplied, and groups a thousand deep.
 */
final class RepeatCount {
  private static final int MOST = 1000;
  private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

  /** The largest product within each group that is open, innermost first. */
  private final Deque<Long> open = new ArrayDeque<>();

  private final String text;

  /** The largest product in what was read last and may be repeated. */
  private long last = 1;

  private RepeatCount(String text) {
    this.text = text;
    open.push(1L);
  }

  static void check(String text) throws GoPattern.InvalidPatternException {
    new RepeatCount(text).check();
  }

  private void check() throws GoPattern.InvalidPatternException {
    Matcher count = COUNT.matcher(text);
    for (int at = 0; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '\\' -> {
          at++;
          last = 1;
        }
        case '[' -> {
          at = closing(at);
          last = 1;
        }
        case '(' -> {
          open.push(1L);
          if (open.size() > MOST) {
            throw new GoPattern.InvalidPatternException("expression nests too deeply");
          }
        }
        case ')' -> {
          last = open.size() > 1 ? open.pop() : 1;
          widen();
        }
        case '{' -> {
          if (count.region(at, text.length()).lookingAt()) {
            repeat(count);
            at = count.end() - 1;
          }
        }
        case '*', '+', '?' -> {}
        default -> last = 1;
      }
    }
  }

  private void repeat(Matcher count) throws GoPattern.InvalidPatternException {
    String most =
        count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
    last *= Math.max(1, Long.parseLong(most));
    if (last > MOST) {
      throw new GoPattern.InvalidPatternException("invalid repeat count: `" + count.group() + "`");
    }
    widen();
  }

  private void widen() {
    open.push(Math.max(open.pop(), last));
  }

  /** The end of a class of characters; a bracket that comes first belongs to it. */
  private int closing(int from) {
    int at = from + 1;
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == ']') {
      at++;
    }
    while (at < text.length() && text.charAt(at) != ']') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
