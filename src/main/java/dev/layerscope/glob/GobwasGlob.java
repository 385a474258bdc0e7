package dev.layerscope.glob;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A pattern as {@code gobwas/glob} understands it, the library behind {@code directory.include} and
 * {@code exclude} (specification §3.2). Without separators, as Argo CD compiles them, {@code *}
 * crosses slashes.
 */
public final class GobwasGlob {
  /** A pattern without any of these stands for itself. */
  private static final String SPECIAL = "*?\\[]{},";

  private final Predicate<String> whole;

  private GobwasGlob(Predicate<String> whole) {
    this.whole = whole;
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
    if (pattern.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0)) {
      return Optional.of(new GobwasGlob(pattern::equals));
    }
    try {
      return Optional.of(new GobwasGlob(new Translation(pattern, separators).parts()::matches));
    } catch (Refused refused) {
      return Optional.empty();
    }
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    return whole.test(text);
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Reads the pattern the way gobwas' lexer does, quirks included. */
  private static final class Translation {
    private final int[] pattern;
    private final IntPredicate single;
    private final Parts.Builder out = new Parts.Builder();
    private int at;

    Translation(String pattern, String separators) {
      this.pattern = pattern.codePoints().toArray();
      this.single = c -> separators.indexOf(c) < 0;
    }

    Parts parts() throws Refused {
      while (at < pattern.length) {
        int c = pattern[at++];
        switch (c) {
          case '{' -> out.open();
          case '[' -> range();
          case '?' -> out.one(single);
          case '*' -> {
            boolean crosses = at < pattern.length && pattern[at] == '*';
            at += crosses ? 1 : 0;
            out.many(crosses ? any -> true : single);
          }
          case '\\' -> {
            // A lone one at the end vanishes.
            if (at < pattern.length) {
              out.literal(pattern[at++]);
            }
          }
          default -> other(c);
        }
      }
      // The library forgives what is left open at the end.
      while (out.isOpen()) {
        out.close();
      }
      if (out.isTooDeep()) {
        throw new Refused();
      }
      return out.parts();
    }

    private void other(int c) {
      if (out.isOpen() && c == ',') {
        out.or();
      } else if (out.isOpen() && c == '}') {
        out.close();
      } else {
        out.literal(c);
      }
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
        add(c -> c >= first && c <= last, not);
        return;
      }
      at--;
      list(not);
    }

    private void list(boolean not) throws Refused {
      IntPredicate listed = c -> false;
      int length = 0;
      for (int c = next(); c != ']'; c = next()) {
        int one = c == '\\' ? next() : c;
        listed = listed.or(d -> d == one);
        length++;
      }
      if (length == 0) {
        throw new Refused();
      }
      add(listed, not);
    }

    private void add(IntPredicate which, boolean not) {
      out.one(not ? which.negate() : which);
    }

    private int next() throws Refused {
      if (at >= pattern.length) {
        throw new Refused();
      }
      return pattern[at++];
    }
  }
}
