package dev.layerscope.glob;

import java.util.Optional;

/**
 * A pattern as {@code bmatcuk/doublestar} v4 understands it: {@code *} stays within one segment,
 * {@code **} as a whole segment is any number of them, {@code {a,b}} is a choice (specification
 * §5.3, §6.3). Immutable.
 */
public final class Doublestar {
  private final Parts parts;

  private Doublestar(Parts parts) {
    this.parts = parts;
  }

  /** A pattern; empty when the library refuses it. Such a pattern never matches. */
  public static Optional<Doublestar> compile(String pattern) {
    try {
      return Optional.of(new Doublestar(new Translation(pattern).parts()));
    } catch (CharacterClass.RefusedException refused) {
      return Optional.empty();
    }
  }

  /** Whether the whole path matches. */
  public boolean matches(String path) {
    return parts.matches(path);
  }

  private static final class Translation {
    private final int[] pattern;
    private final Parts.Builder out = new Parts.Builder();
    private int at;

    /** Only here do two stars mean more than one. */
    private boolean startOfSegment = true;

    Translation(String pattern) {
      this.pattern = pattern.codePoints().toArray();
    }

    Parts parts() throws CharacterClass.RefusedException {
      while (at < pattern.length) {
        boolean starts = startOfSegment;
        startOfSegment = false;
        int c = pattern[at++];
        switch (c) {
          case '*' -> stars(starts);
          case '?' -> out.one(Translation::inSegment);
          case '[' -> {
            CharacterClass one = CharacterClass.read(pattern, at - 1, "^!");
            out.one(one.which().and(Translation::inSegment));
            at = one.end();
          }
          case '{' -> {
            out.open();
            startOfSegment = starts;
          }
          case '\\' -> {
            if (at >= pattern.length) {
              throw new CharacterClass.RefusedException();
            }
            out.literal(pattern[at++]);
          }
          case '/' -> slash();
          default -> other(c, starts);
        }
      }
      if (out.isOpen() || out.isTooDeep()) {
        throw new CharacterClass.RefusedException();
      }
      return out.parts();
    }

    private void other(int c, boolean starts) {
      if (out.isOpen() && c == ',') {
        out.or();
        startOfSegment = starts || at > 1 && pattern[at - 2] == '{';
      } else if (out.isOpen() && c == '}') {
        out.close();
      } else {
        out.literal(c);
      }
    }

    private void stars(boolean starts) {
      if (at >= pattern.length || pattern[at] != '*') {
        out.many(Translation::inSegment);
        return;
      }
      at++;
      boolean ends =
          at >= pattern.length || out.isOpen() && (pattern[at] == ',' || pattern[at] == '}');
      if (starts && ends) {
        out.many(c -> true);
      } else if (starts && pattern[at] == '/') {
        at++;
        directories();
        startOfSegment = true;
      } else {
        out.many(Translation::inSegment);
      }
    }

    /** Any number of segments, each with its slash. */
    private void directories() {
      out.open();
      out.or();
      out.many(c -> true);
      out.literal('/');
      out.close();
    }

    /** Behind the last directory, any number of segments may be none, and the slash goes then. */
    private void slash() {
      startOfSegment = true;
      String rest = new String(pattern, at, pattern.length - at);
      if (rest.equals("**") || rest.equals("**/")) {
        at = pattern.length;
        out.open();
        out.or();
        out.literal('/');
        if (rest.equals("**")) {
          out.many(c -> true);
        } else {
          directories();
        }
        out.close();
      } else {
        out.literal('/');
      }
    }

    private static boolean inSegment(int c) {
      return c != '/';
    }
  }
}
