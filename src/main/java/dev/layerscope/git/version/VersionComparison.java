package dev.layerscope.git.version;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One comparison of a {@link VersionConstraint}: an operator and a version of which parts may be
 * left open.
 *
 * @param operator one of Masterminds/semver's; empty means {@code =}
 * @param bound the version with zeros for what is open
 * @param open which part is the first left open
 */
record VersionComparison(String operator, SemanticVersion bound, Open open) {
  private static final Pattern PARTS =
      Pattern.compile("v?([^.+-]+)(?:\\.([^.+-]+))?(?:\\.([^.+-]+))?(-[^+]*)?(?:\\+.*)?");

  /** The first part of the version that is a wildcard or missing. */
  enum Open {
    NOTHING,
    PATCH,
    MINOR,
    EVERYTHING
  }

  static Optional<VersionComparison> parse(String operator, String version) {
    Matcher m = PARTS.matcher(version);
    if (!m.matches()) {
      return Optional.empty();
    }
    String pre = Optional.ofNullable(m.group(4)).orElse("");
    String major = Optional.ofNullable(m.group(1)).orElse("");
    Optional<String> minor = Optional.ofNullable(m.group(2)).filter(VersionComparison::isGiven);
    Optional<String> patch = Optional.ofNullable(m.group(3)).filter(VersionComparison::isGiven);
    Open open =
        !isGiven(major)
            ? Open.EVERYTHING
            : minor.isEmpty() ? Open.MINOR : patch.isEmpty() ? Open.PATCH : Open.NOTHING;
    String filled =
        switch (open) {
          case EVERYTHING -> "0.0.0" + pre;
          case MINOR -> major + ".0.0" + pre;
          case PATCH -> major + "." + minor.orElse("0") + ".0" + pre;
          case NOTHING -> version;
        };
    return SemanticVersion.parse(filled).map(bound -> new VersionComparison(operator, bound, open));
  }

  private static boolean isGiven(String part) {
    return !part.equals("x") && !part.equals("X") && !part.equals("*");
  }

  boolean namesPreRelease() {
    return !bound.preRelease().isEmpty();
  }

  /** Whether the comparison holds; that pre-releases are wanted at all has been asked before. */
  boolean holds(SemanticVersion v) {
    return switch (operator) {
      case "!=" -> differs(v);
      case ">" -> greater(v);
      case "<" -> v.compareTo(bound) < 0;
      case ">=", "=>" -> v.compareTo(bound) >= 0;
      case "<=", "=<" -> atMost(v);
      case "~", "~>" -> tilde(v);
      case "^" -> caret(v);
      default -> open == Open.NOTHING ? v.compareTo(bound) == 0 : tilde(v);
    };
  }

  private boolean differs(SemanticVersion v) {
    return switch (open) {
      case NOTHING, EVERYTHING -> v.compareTo(bound) != 0;
      case MINOR -> v.major() != bound.major();
      case PATCH ->
          v.major() != bound.major()
              || v.minor() != bound.minor()
              || !v.preRelease().equals(bound.preRelease()) && namesPreRelease();
    };
  }

  private boolean greater(SemanticVersion v) {
    return switch (open) {
      case NOTHING, EVERYTHING -> v.compareTo(bound) > 0;
      case MINOR -> v.major() > bound.major();
      case PATCH ->
          v.major() > bound.major() || v.major() == bound.major() && v.minor() > bound.minor();
    };
  }

  private boolean atMost(SemanticVersion v) {
    return switch (open) {
      case NOTHING -> v.compareTo(bound) <= 0;
      case MINOR -> v.major() <= bound.major();
      case EVERYTHING, PATCH ->
          v.major() < bound.major() || v.major() == bound.major() && v.minor() <= bound.minor();
    };
  }

  private boolean tilde(SemanticVersion v) {
    if (v.compareTo(bound) < 0) {
      return false;
    }
    boolean zero = bound.major() == 0 && bound.minor() == 0 && bound.patch() == 0;
    if (zero && (open == Open.NOTHING || open == Open.EVERYTHING)) {
      return true;
    }
    return v.major() == bound.major() && (open == Open.MINOR || v.minor() == bound.minor());
  }

  private boolean caret(SemanticVersion v) {
    if (v.compareTo(bound) < 0) {
      return false;
    }
    if (bound.major() > 0 || open == Open.MINOR) {
      return v.major() == bound.major();
    }
    if (v.major() > 0) {
      return false;
    }
    if (bound.minor() > 0 || open == Open.PATCH) {
      return v.minor() == bound.minor();
    }
    return v.minor() == 0 && v.patch() == bound.patch();
  }
}
