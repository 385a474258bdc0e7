package dev.layerscope.argocd;

import dev.layerscope.glob.GobwasGlob;

/** A pattern of an AppProject: gobwas, where {@code !} may negate and {@code *} is everything. */
final class ProjectPattern {
  private ProjectPattern() {}

  static boolean isNegated(String pattern) {
    return pattern.startsWith("!");
  }

  /** Whether a text matches; a negated pattern matches what its rest does not. */
  static boolean matches(String pattern, String text) {
    return matches(pattern, text, true, "");
  }

  /**
   * The same with everything said.
   *
   * @param separators characters that a single star stops at
   */
  static boolean matches(String pattern, String text, boolean negation, String separators) {
    if (negation && isNegated(pattern)) {
      return !glob(pattern.substring(1), text, separators);
    }
    return pattern.equals("*") || glob(pattern, text, separators);
  }

  private static boolean glob(String pattern, String text, String separators) {
    return GobwasGlob.compile(pattern, separators).filter(g -> g.matches(text)).isPresent();
  }
}
