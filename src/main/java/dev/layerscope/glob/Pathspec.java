package dev.layerscope.glob;

import java.util.Optional;

/**
 * A path as {@code git ls-files} takes it: the older way of ApplicationSets to find files
 * (specification §6.3). {@code *}, {@code ?} and classes match slashes, too; a path that names a
 * directory means everything below it. Immutable.
 */
public final class Pathspec {
  private static final String GLOB = ":(glob)";

  private final String pattern;
  private final Optional<Doublestar> segments;

  private Pathspec(String pattern, Optional<Doublestar> segments) {
    this.pattern = pattern;
    this.segments = segments;
  }

  /**
   * A path specification; empty for magic other than {@code :(glob)}, which is not read.
   *
   * @param text empty means everything
   */
  public static Optional<Pathspec> of(String text) {
    if (text.startsWith(GLOB)) {
      String rest = clean(text.substring(GLOB.length()));
      return Optional.of(new Pathspec(rest, Doublestar.compile(rest)));
    }
    return text.startsWith(":")
        ? Optional.empty()
        : Optional.of(new Pathspec(clean(text), Optional.empty()));
  }

  private static String clean(String text) {
    String bare = text;
    while (bare.startsWith("./")) {
      bare = bare.substring(2);
    }
    return bare.equals(".") ? "" : bare;
  }

  /** Whether a file is meant. */
  public boolean matches(String path) {
    String directory = pattern.endsWith("/") ? pattern : pattern + "/";
    if (pattern.isEmpty() || path.equals(pattern) || path.startsWith(directory)) {
      return true;
    }
    return segments.map(s -> s.matches(path)).orElseGet(() -> wild(path));
  }

  /** Remembers only the last star, so the time is bounded by the product of both lengths. */
  private boolean wild(String path) {
    int p = 0;
    int t = 0;
    int star = -1;
    int retry = 0;
    while (t < path.length()) {
      int next = p < pattern.length() && pattern.charAt(p) != '*' ? one(p, path.charAt(t)) : -1;
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = ++p;
        retry = t;
      } else if (next >= 0) {
        p = next;
        t++;
      } else if (star >= 0) {
        p = star;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** The place in the pattern behind what matches one character; -1 when it does not. */
  private int one(int at, char c) {
    return switch (pattern.charAt(at)) {
      case '?' -> at + 1;
      case '[' -> bracket(at, c);
      case '\\' -> at + 1 < pattern.length() && pattern.charAt(at + 1) == c ? at + 2 : -1;
      default -> pattern.charAt(at) == c ? at + 1 : -1;
    };
  }

  private int bracket(int at, char c) {
    int p = at + 1;
    boolean not = p < pattern.length() && "!^".indexOf(pattern.charAt(p)) >= 0;
    p += not ? 1 : 0;
    boolean found = false;
    boolean first = true;
    while (p < pattern.length() && (first || pattern.charAt(p) != ']')) {
      first = false;
      char low = pattern.charAt(p);
      boolean range =
          p + 2 < pattern.length() && pattern.charAt(p + 1) == '-' && pattern.charAt(p + 2) != ']';
      char high = range ? pattern.charAt(p + 2) : low;
      found |= c >= low && c <= high;
      p += range ? 3 : 1;
    }
    return p < pattern.length() && found != not ? p + 1 : -1;
  }
}
