package dev.layerscope.finding;

import java.util.Comparator;
import java.util.List;

/**
 * Something wrong or risky in a repository, with every place it can be seen.
 *
 * @param code what kind of mistake
 * @param message one sentence with the names and places of this case, in Argo CD's own words where
 *     it has some
 * @param locations where; the first is where to start mending
 */
public record Finding(FindingCode code, String message, List<Location> locations)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.code().severity())
          .thenComparing(f -> f.code().text())
          .thenComparing(Finding::message)
          .thenComparing(f -> f.locations().toString());

  public Finding {
    locations = List.copyOf(locations);
  }

  /** A finding seen in the places given. */
  public static Finding of(FindingCode code, String message, Location... locations) {
    return new Finding(code, message, List.of(locations));
  }

  public Severity severity() {
    return code.severity();
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
