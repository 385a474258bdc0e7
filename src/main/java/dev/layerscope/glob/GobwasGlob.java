package dev.layerscope.glob;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern as {@code gobwas/glob} understands it, the library behind {@code directory.include} and
 * {@code exclude} (specification §3.2). Without separators, as Argo CD compiles them, {@code *}
 * crosses slashes.
 */
public final class GobwasGlob {
  private final Pattern regex;

  private GobwasGlob(Pattern regex) {
    this.regex = regex;
  }

  /**
   * A pattern without separators; empty when the library refuses it. Such a pattern never matches.
   */
  public static Optional<GobwasGlob> compile(String pattern) {
    return compile(pattern, "");
  }

  /**
   * A pattern in which {@code *} and {@code ?} stop at separators.
   *
   * @param separators characters that only {@code **} crosses
   */
  public static Optional<GobwasGlob> compile(String pattern, String separators) {
    try {
      return Optional.of(
          new GobwasGlob(
              Pattern.compile(new Translation(pattern, separators).regex(), Pattern.DOTALL)));
    } catch (Refused refused) {
      return Optional.empty();
    }
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    return regex.matcher(text).matches();
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads the pattern the way gobwas' lexer does, quirks included, and writes a regular expression.
   */
  private static final class Translation {
    private final int[] pattern;
    private final String single;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int open;

    Translation(String pattern, String separators) {
      this.pattern = pattern.codePoints().toArray();
      var quoted = new StringBuilder();
      separators.codePoints().forEach(c -> quote(c, quoted));
      this.single = separators.isEmpty() ? "." : "[^" + quoted + "]";
    }

    String regex() throws Refused {
      while (at < pattern.length) {
        int c = pattern[at++];
        switch (c) {
          case '{' -> {
            open++;
            out.append("(?:");
          }
          case '[' -> range();
          case '?' -> out.append(single);
          case '*' -> {
            boolean crosses = at < pattern.length && pattern[at] == '*';
            at += crosses ? 1 : 0;
            out.append(crosses ? "." : single).append('*');
          }
          case '\\' -> {
            // A lone one at the end vanishes.
            if (at < pattern.length) {
              quote(pattern[at++], out);
            }
          }
          default -> {
            if (open > 0 && c == ',') {
              out.append('|');
            } else if (open > 0 && c == '}') {
              open--;
              out.append(')');
            } else {
              quote(c, out);
            }
          }
        }
      }
      // The library forgives what is left open at the end.
      return out.append(")".repeat(open)).toString();
    }

    /** {@code [a-z]} or {@code [abc]}, each with {@code !}; nothing else, and never both. */
    private void range() throws Refused {
      boolean not = next() == '!';
      if (!not) {
        at--;
      }
      int first = next();
      if (at < pattern.length && pattern[at] == '-') {
        at++;
        int last = next();
        if (next() != ']' || last < first) {
          throw new Refused();
        }
        out.append(not ? "[^" : "[");
        quote(first, out);
        out.append('-');
        quote(last, out);
        out.append(']');
        return;
      }
      at--;
      list(not);
    }

    private void list(boolean not) throws Refused {
      out.append(not ? "[^" : "[");
      int length = 0;
      for (int c = next(); c != ']'; c = next()) {
        quote(c == '\\' ? next() : c, out);
        length++;
      }
      if (length == 0) {
        throw new Refused();
      }
      out.append(']');
    }

    private int next() throws Refused {
      if (at >= pattern.length) {
        throw new Refused();
      }
      return pattern[at++];
    }

    private static void quote(int c, StringBuilder out) {
      if (c < 128 && !Character.isLetterOrDigit(c)) {
        out.append('\\');
      }
      out.appendCodePoint(c);
    }
  }
}
