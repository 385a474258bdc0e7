package dev.layerscope.git.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of versions as {@code targetRevision} may spell it ({@code 1.x}, {@code >=1 <2}, {@code 1
 * - 2}, {@code ~1.2 || ^3}): Masterminds/semver v3.4, which Argo CD uses. A version must satisfy
 * every comparison of one alternative.
 */
public final class VersionConstraint {
  private static final String OPERATOR = "=|!=|>|<|>=|=>|<=|=<|~|~>|\\^|";
  private static final String DOTTED = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
  private static final String WILD = "[0-9|xX*]+";
  private static final String VERSION =
      "v?"
          + WILD
          + "(?:\\."
          + WILD
          + ")?(?:\\."
          + WILD
          + ")?(?:-"
          + DOTTED
          + ")?(?:\\+"
          + DOTTED
          + ")?";
  private static final String COMPARISON = "(?:" + OPERATOR + ")\\s*" + VERSION;
  private static final Pattern ALTERNATIVE =
      Pattern.compile("\\s*" + COMPARISON + "\\s*(?:(?:\\s+|,\\s*)" + COMPARISON + "\\s*)*");
  private static final Pattern EACH = Pattern.compile(">=|=>|<=|=<|!=|~>|[=<>~^]");
  private static final Pattern RANGE =
      Pattern.compile("\\s*(" + VERSION + ")\\s+-\\s+(" + VERSION + ")\\s*");
  private static final Pattern ONE_VERSION = Pattern.compile(VERSION);

  private final List<List<VersionComparison>> alternatives;

  private VersionConstraint(List<List<VersionComparison>> alternatives) {
    this.alternatives = alternatives;
  }

  /**
   * The constraint a text spells; empty when it spells none. Every plain version is a constraint,
   * too.
   */
  public static Optional<VersionConstraint> parse(String text) {
    String rewritten = RANGE.matcher(text).replaceAll(">= $1, <= $2 ");
    var alternatives = new ArrayList<List<VersionComparison>>();
    for (String alternative : rewritten.split("\\|\\|", -1)) {
      Optional<List<VersionComparison>> comparisons =
          ALTERNATIVE.matcher(alternative).matches() ? comparisons(alternative) : Optional.empty();
      if (comparisons.isEmpty()) {
        return Optional.empty();
      }
      alternatives.add(comparisons.get());
    }
    return Optional.of(new VersionConstraint(List.copyOf(alternatives)));
  }

  private static Optional<List<VersionComparison>> comparisons(String alternative) {
    var found = new ArrayList<VersionComparison>();
    Matcher version = ONE_VERSION.matcher(alternative);
    int end = 0;
    while (version.find()) {
      Matcher operator = EACH.matcher(alternative.substring(end, version.start()));
      Optional<VersionComparison> comparison =
          VersionComparison.parse(operator.find() ? operator.group() : "", version.group());
      if (comparison.isEmpty()) {
        return Optional.empty();
      }
      found.add(comparison.get());
      end = version.end();
    }
    return Optional.of(List.copyOf(found));
  }

  /**
   * Whether a version lies in the range. Pre-releases do only where a comparison of the same
   * alternative names one ({@code >=1-0}).
   */
  public boolean allows(SemanticVersion version) {
    for (List<VersionComparison> alternative : alternatives) {
      boolean preReleases = alternative.stream().anyMatch(VersionComparison::namesPreRelease);
      if ((preReleases || version.preRelease().isEmpty())
          && alternative.stream().allMatch(c -> c.holds(version))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The tag a target revision means (specification §7.4, step 3). A plain version means itself,
   * even when no such tag exists; a constraint the highest tag in its range.
   *
   * @return empty when the text is neither, or when no tag is in the range
   */
  public static Optional<String> highest(String revision, List<String> tags) {
    if (SemanticVersion.parse(revision).isPresent()) {
      return Optional.of(revision);
    }
    Optional<VersionConstraint> constraint = parse(revision);
    if (constraint.isEmpty()) {
      return Optional.empty();
    }
    Optional<SemanticVersion> best = Optional.empty();
    for (String tag : tags) {
      switch (SemanticVersion.read(tag)) {
        case SemanticVersion.Parsed.Broken() -> {
          return Optional.empty(); // Argo CD gives up at the first such tag
        }
        case SemanticVersion.Parsed.NoVersion() -> {}
        case SemanticVersion.Parsed.Version(SemanticVersion version) -> {
          boolean higher = best.map(b -> version.compareTo(b) > 0).orElse(true);
          best = higher && constraint.get().allows(version) ? Optional.of(version) : best;
        }
      }
    }
    return best.map(SemanticVersion::original);
  }

  /** Whether Argo CD takes a text for a range and not for a name: no version, but a constraint. */
  public static boolean isConstraint(String revision) {
    return SemanticVersion.parse(revision).isEmpty() && parse(revision).isPresent();
  }
}
