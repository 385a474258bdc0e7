package dev.layerscope.diff.expected;

import dev.layerscope.diff.manifest.FieldChange;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One rule of a workspace on what may differ.
 *
 * @param name what it is counted under
 * @param where which fields of which objects it is about
 * @param test which differences of those it takes as meant
 * @param accepted set for drift that somebody acknowledged
 */
public record Rule(String name, Where where, Test test, Optional<Accepted> accepted) {
  /**
   * Why a difference was accepted.
   *
   * @param until the last day it is; empty for ever
   */
  public record Accepted(String reason, Optional<LocalDate> until) {
    boolean holds(LocalDate today) {
      return until.isEmpty() || !today.isAfter(until.get());
    }
  }

  /** Whether a rule takes a difference as meant. */
  public sealed interface Test {
    /** Whatever the values are. */
    record Anything() implements Test {}

    /** The values are equal once everything that matches is taken out. */
    record EqualWithout(java.util.regex.Pattern part) implements Test {}

    /** Both are the branch that carries their side in the repository they are about. */
    record OwnBranch() implements Test {}

    /** The values are equal once each side's own name is taken out. */
    record OwnName() implements Test {}
  }

  boolean hides(FieldChange field, Subject subject, LocalDate today) {
    return accepted.map(a -> a.holds(today)).orElse(true)
        && where.covers(field, subject)
        && switch (test) {
          case Test.Anything() -> true;
          case Test.EqualWithout(var part) ->
              bothDiffer(field)
                  && part.matcher(field.from().orElse(""))
                      .replaceAll("")
                      .equals(part.matcher(field.to().orElse("")).replaceAll(""));
          case Test.OwnBranch() -> OwnBranches.are(field, subject);
          case Test.OwnName() -> bothDiffer(field) && subject.equalButForNames(field);
        };
  }

  /** A masked value says nothing about itself, so nothing can be told from it. */
  private static boolean bothDiffer(FieldChange field) {
    return field.from().isPresent() && field.to().isPresent() && !field.from().equals(field.to());
  }
}
