package dev.layerscope.glob;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A pattern as Go's {@code path.Match} and {@code filepath.Match} understand it: {@code *} and
 * {@code ?} stop at slashes, classes are negated by {@code ^}, there is no {@code **} and no brace
 * (specification §6.3, §8). Immutable.
 */
public final class PathMatch {
  /** A pattern without any of these stands for itself. */
  private static final String SPECIAL = "*?[\\";

  private final Predicate<String> whole;

  private PathMatch(Predicate<String> whole) {
    this.whole = whole;
  }

  /** A pattern; empty when Go refuses it. Such a pattern never matches. */
  public static Optional<PathMatch> compile(String pattern) {
    if (pattern.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0)) {
      return Optional.of(new PathMatch(pattern::equals));
    }
    try {
      return Optional.of(new PathMatch(read(pattern.codePoints().toArray())::matches));
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
    return whole.test(text);
  }

  private static Parts read(int[] pattern) throws CharacterClass.RefusedException {
    var parts = new Parts.Builder();
    int at = 0;
    while (at < pattern.length) {
      int c = pattern[at++];
      switch (c) {
        case '*' -> parts.many(PathMatch::inSegment);
        case '?' -> parts.one(PathMatch::inSegment);
        case '[' -> {
          CharacterClass one = CharacterClass.read(pattern, at - 1, "^");
          parts.one(one.which());
          at = one.end();
        }
        case '\\' -> {
          if (at >= pattern.length) {
            throw new CharacterClass.RefusedException();
          }
          parts.literal(pattern[at++]);
        }
        default -> parts.literal(c);
      }
    }
    return parts.parts();
  }

  private static boolean inSegment(int c) {
    return c != '/';
  }
}
