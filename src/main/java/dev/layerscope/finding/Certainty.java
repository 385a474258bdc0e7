package dev.layerscope.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * How sure an answer is, and for anything but exact, why. What is derived from several answers is
 * as sure as the weakest of them.
 *
 * @param level how sure
 * @param why one phrase per reason, in words for a person; empty exactly when the level is exact
 * @param there how sure what can be seen is, apart from the gaps
 * @param gaps those of the reasons that only say that something is missing: it would come beside
 *     what is there
 */
public record Certainty(Level level, List<String> why, Level there, List<String> gaps) {
  /** From surest to least sure. */
  public enum Level {
    /** Follows from git alone. */
    EXACT,
    /** Depends on a setting that git does not show; the reason names it. */
    ASSUMED,
    /** A feature of the renderer is missing; the reason names it. */
    APPROXIMATE,
    /** Needs a network, a cluster, a plugin or a secret; the reason says what. */
    OPAQUE;

    /** The word used in JSON and on cards. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final String UNTOUCHED = "not changed by what is missing beside it: ";

  /** Follows from git alone. */
  public static final Certainty EXACT = new Certainty(Level.EXACT, List.of());

  public Certainty {
    why = List.copyOf(why);
    gaps = List.copyOf(gaps);
    if ((level == Level.EXACT) != why.isEmpty()) {
      throw new IllegalArgumentException(
          "exact needs no reason, everything else needs one: " + level + " " + why);
    }
  }

  /** Reasons that concern everything there is. */
  public Certainty(Level level, List<String> why) {
    this(level, why, level, List.of());
  }

  public static Certainty assumed(String why) {
    return new Certainty(Level.ASSUMED, List.of(why));
  }

  public static Certainty approximate(String why) {
    return new Certainty(Level.APPROXIMATE, List.of(why));
  }

  public static Certainty opaque(String why) {
    return new Certainty(Level.OPAQUE, List.of(why));
  }

  /** Something is missing that would come beside what is there. */
  public static Certainty lacking(Level level, String why) {
    return new Certainty(level, List.of(why), Level.EXACT, List.of(why));
  }

  /**
   * How sure each thing is that can be seen: what is missing beside it is assumed to leave it
   * alone.
   */
  public Certainty ofWhatIsThere() {
    if (gaps.isEmpty()) {
      return this;
    }
    List<String> reasons =
        why.stream().map(reason -> gaps.contains(reason) ? UNTOUCHED + reason : reason).toList();
    return new Certainty(weaker(there, Level.ASSUMED), reasons);
  }

  public boolean exact() {
    return level == Level.EXACT;
  }

  /** The weaker of the two levels, with the reasons of both. */
  public Certainty and(Certainty other) {
    if (other.exact()) {
      return this;
    }
    if (exact()) {
      return other;
    }
    var reasons = new LinkedHashSet<>(why);
    reasons.addAll(other.why);
    var missing = new LinkedHashSet<>(gaps);
    missing.addAll(other.gaps);
    return new Certainty(
        weaker(level, other.level),
        new ArrayList<>(reasons),
        weaker(there, other.there),
        new ArrayList<>(missing));
  }

  private static Level weaker(Level one, Level other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The weakest of all; exact when there are none. */
  public static Certainty weakest(Collection<Certainty> all) {
    return all.stream().reduce(EXACT, Certainty::and);
  }
}
