package dev.layerscope.workspace;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A finding that somebody accepted, with the reason.
 *
 * @param where what it covers: a pattern with {@code *} for anything; empty for every finding of
 *     the code
 * @param until the last day it counts; empty for good
 * @param line in the workspace file; 0 when not known
 */
public record Waiver(
    FindingCode code, Optional<String> where, String reason, Optional<LocalDate> until, int line) {

  /** Whether its last day is over. */
  public boolean expired(LocalDate today) {
    return until.filter(today::isAfter).isPresent();
  }

  /**
   * Whether it covers a finding. The pattern is held against what people see: the node's name and
   * id, and each place as {@code path} and as {@code repository//path}.
   *
   * @param name of the node or root the finding is on
   * @param id of the node in JSON
   */
  public boolean covers(Finding finding, String name, String id) {
    if (finding.code() != code) {
      return false;
    }
    if (where.isEmpty()) {
      return true;
    }
    Pattern pattern = pattern(where.get());
    Stream<String> places =
        finding.locations().stream().flatMap(place -> Stream.of(place.path(), full(place)));
    return Stream.concat(Stream.of(name, id), places)
        .anyMatch(text -> pattern.matcher(text).matches());
  }

  private static String full(Location place) {
    return place.repoUrl() + "//" + place.path();
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q"));
  }
}
