package dev.layerscope.git;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Who made a commit, and when: git's author or committer line.
 *
 * @param when to the second, as git keeps it
 * @param zone where that person's clock hangs
 */
public record Person(String name, String email, Instant when, ZoneId zone) {
  public Person {
    when = when.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Who would commit where git knows nobody: for looking at a commit, not for writing one. */
  public static Person nobody(Instant when, ZoneId zone) {
    return new Person("", "", when, zone);
  }

  public boolean isNobody() {
    return name.isEmpty() && email.isEmpty();
  }
}
