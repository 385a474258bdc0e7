package dev.layerscope.glob;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern as Go's {@code path.Match} and {@code filepath.Match} understand it: {@code *} and
 * {@code ?} stop at slashes, classes are negated by {@code ^}, there is no {@code **} and no brace
 * (specification §6.3, §8). Immutable.
 */
public final class PathMatch {
  private final Pattern regex;

  private PathMatch(Pattern regex) {
    this.regex = regex;
  }

  /** A pattern; empty when Go refuses it. Such a pattern never matches. */
  public static Optional<PathMatch> compile(String pattern) {
    try {
      String regex = new Translation(pattern).regex();
      return Optional.of(new PathMatch(Pattern.compile(regex, Pattern.DOTALL)));
    } catch (CharacterClass.RefusedException refused) {
      return Optional.empty();
    }
  }

  /** Whether a pattern matches the whole text; a refused one does not. */
  public static boolean matches(String pattern, String text) {
    return compile(pattern).filter(glob -> glob.matches(text)).isPresent();
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    return regex.matcher(text).matches();
  }

  private static final class Translation {
    private final int[] pattern;
    private final StringBuilder out = new StringBuilder();

    Translation(String pattern) {
      this.pattern = pattern.codePoints().toArray();
    }

    String regex() throws CharacterClass.RefusedException {
      int at = 0;
      while (at < pattern.length) {
        int c = pattern[at];
        switch (c) {
          case '*' -> out.append("[^/]*");
          case '?' -> out.append("[^/]");
          case '[' -> at = CharacterClass.translate(pattern, at, "^", out) - 1;
          case '\\' -> {
            at++;
            if (at >= pattern.length) {
              throw new CharacterClass.RefusedException();
            }
            CharacterClass.quote(pattern[at], out);
          }
          default -> CharacterClass.quote(c, out);
        }
        at++;
      }
      return out.toString();
    }
  }
}
