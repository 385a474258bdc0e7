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
 */
public record Certainty(Level level, List<String> why) {
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

  /** Follows from git alone. */
  public static final Certainty EXACT = new Certainty(Level.EXACT, List.of());

  public Certainty {
    why = List.copyOf(why);
    if ((level == Level.EXACT) != why.isEmpty()) {
      throw new IllegalArgumentException(
          "exact needs no reason, everything else needs one: " + level + " " + why);
    }
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
    Level weaker = level.compareTo(other.level) >= 0 ? level : other.level;
    return new Certainty(weaker, new ArrayList<>(reasons));
  }

  /** The weakest of all; exact when there are none. */
  public static Certainty weakest(Collection<Certainty> all) {
    return all.stream().reduce(EXACT, Certainty::and);
  }
}
