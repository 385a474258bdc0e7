package dev.layerscope.git.version;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as Argo CD reads tags: Masterminds/semver's lenient form, where {@code v} may lead,
 * minor and patch may be missing and leading zeros are fine. Build metadata is kept in {@link
 * #original} only; it orders nothing.
 *
 * @param original as written
 * @param preRelease without the dash; empty for a release
 */
public record SemanticVersion(
    String original, long major, long minor, long patch, String preRelease)
    implements Comparable<SemanticVersion> {
  private static final String DOTTED = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
  private static final Pattern FORM =
      Pattern.compile(
          "v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?(?:-(" + DOTTED + "))?(?:\\+" + DOTTED + ")?");
  private static final Comparator<SemanticVersion> ORDER =
      Comparator.comparingLong(SemanticVersion::major)
          .thenComparingLong(SemanticVersion::minor)
          .thenComparingLong(SemanticVersion::patch)
          .thenComparing(SemanticVersion::preRelease, SemanticVersion::comparePreReleases);

  /** What reading a text as a version gave. */
  sealed interface Parsed {
    /** A version. */
    record Version(SemanticVersion version) implements Parsed {}

    /** No version at all; such a tag is passed over. */
    record NoVersion() implements Parsed {}

    /** Looks like one but breaks a rule; a single such tag ends the search for the highest one. */
    record Broken() implements Parsed {}
  }

  /** The version a text spells; empty when it spells none. */
  public static Optional<SemanticVersion> parse(String text) {
    return read(text) instanceof Parsed.Version(SemanticVersion version)
        ? Optional.of(version)
        : Optional.empty();
  }

  static Parsed read(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return new Parsed.NoVersion();
    }
    String pre = Optional.ofNullable(m.group(4)).orElse("");
    try {
      var version =
          new SemanticVersion(
              text, number(m.group(1)), number(m.group(2)), number(m.group(3)), pre);
      return validPreRelease(pre) ? new Parsed.Version(version) : new Parsed.Broken();
    } catch (ArithmeticException tooLong) {
      return new Parsed.Broken();
    }
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : new BigInteger(digits).longValueExact();
  }

  private static boolean validPreRelease(String pre) {
    return Arrays.stream(pre.split("\\.")).noneMatch(part -> part.matches("0[0-9]+"));
  }

  private static int comparePreReleases(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? 1 : -1; // the release follows its pre-releases
    }
    String[] as = a.split("\\.");
    String[] bs = b.split("\\.");
    for (int i = 0; i < Math.min(as.length, bs.length); i++) {
      int order = comparePart(as[i], bs[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(as.length, bs.length);
  }

  private static int comparePart(String a, String b) {
    boolean numberA = a.matches("[0-9]+");
    boolean numberB = b.matches("[0-9]+");
    if (numberA && numberB) {
      return new BigInteger(a).compareTo(new BigInteger(b));
    }
    return numberA == numberB ? a.compareTo(b) : numberA ? -1 : 1;
  }

  /** By precedence: build metadata does not count, so this is coarser than {@link #equals}. */
  @Override
  public int compareTo(SemanticVersion other) {
    return ORDER.compare(this, other);
  }
}
