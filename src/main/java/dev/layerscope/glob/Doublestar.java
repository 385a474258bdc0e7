package dev.layerscope.glob;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern as {@code bmatcuk/doublestar} v4 understands it: {@code *} stays within one segment,
 * {@code **} as a whole segment is any number of them, {@code {a,b}} is a choice (specification
 * §5.3, §6.3). Immutable.
 */
public final class Doublestar {
  private final Pattern regex;

  private Doublestar(Pattern regex) {
    this.regex = regex;
  }

  /** A pattern; empty when the library refuses it. Such a pattern never matches. */
  public static Optional<Doublestar> compile(String pattern) {
    try {
      String regex = new Translation(pattern).regex();
      return Optional.of(new Doublestar(Pattern.compile(regex, Pattern.DOTALL)));
    } catch (CharacterClass.RefusedException refused) {
      return Optional.empty();
    }
  }

  /** Whether the whole path matches. */
  public boolean matches(String path) {
    return regex.matcher(path).matches();
  }

  private static final class Translation {
    private final int[] pattern;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int open;

    /** Only here do two stars mean more than one. */
    private boolean startOfSegment = true;

    Translation(String pattern) {
      this.pattern = pattern.codePoints().toArray();
    }

    String regex() throws CharacterClass.RefusedException {
      while (at < pattern.length) {
        boolean starts = startOfSegment;
        startOfSegment = false;
        int c = pattern[at++];
        switch (c) {
          case '*' -> stars(starts);
          case '?' -> out.append("[^/]");
          case '[' -> {
            out.append("(?!/)");
            at = CharacterClass.translate(pattern, at - 1, "^!", out);
          }
          case '{' -> {
            open++;
            out.append("(?:");
            startOfSegment = starts;
          }
          case '\\' -> {
            if (at >= pattern.length) {
              throw new CharacterClass.RefusedException();
            }
            CharacterClass.quote(pattern[at++], out);
          }
          case '/' -> slash();
          default -> other(c, starts);
        }
      }
      if (open > 0) {
        throw new CharacterClass.RefusedException();
      }
      return out.toString();
    }

    private void other(int c, boolean starts) {
      if (open > 0 && c == ',') {
        out.append('|');
        startOfSegment = starts || at > 1 && pattern[at - 2] == '{';
      } else if (open > 0 && c == '}') {
        open--;
        out.append(')');
      } else {
        CharacterClass.quote(c, out);
      }
    }

    private void stars(boolean starts) {
      if (at >= pattern.length || pattern[at] != '*') {
        out.append("[^/]*");
        return;
      }
      at++;
      boolean ends = at >= pattern.length || open > 0 && (pattern[at] == ',' || pattern[at] == '}');
      if (starts && ends) {
        out.append(".*");
      } else if (starts && pattern[at] == '/') {
        at++;
        out.append("(?:.*/)?");
        startOfSegment = true;
      } else {
        out.append("[^/]*");
      }
    }

    /** Behind the last directory, any number of segments may be none, and the slash goes then. */
    private void slash() {
      startOfSegment = true;
      String rest = new String(pattern, at, pattern.length - at);
      switch (rest) {
        case "**" -> {
          out.append("(?:/.*)?");
          at = pattern.length;
        }
        case "**/" -> {
          out.append("(?:/(?:.*/)?)?");
          at = pattern.length;
        }
        default -> out.append('/');
      }
    }
  }
}
