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
 * @param certainty how sure it is: as sure as the weakest thing it was concluded from
 * @param knownBy what of the message says which mistake it is, without what others have to do with
 *     it, such as how many there are of them
 */
public record Finding(
    FindingCode code, String message, List<Location> locations, Certainty certainty, String knownBy)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.code().severity())
          .thenComparing(f -> f.code().text())
          .thenComparing(Finding::message)
          .thenComparing(f -> f.locations().toString());

  public Finding {
    locations = List.copyOf(locations);
  }

  /** A finding whose whole message says which mistake it is. */
  public Finding(FindingCode code, String message, List<Location> locations, Certainty certainty) {
    this(code, message, locations, certainty, message);
  }

  /** A finding that follows from git alone. */
  public Finding(FindingCode code, String message, List<Location> locations) {
    this(code, message, locations, Certainty.EXACT);
  }

  /** A finding seen in the places given. */
  public static Finding of(FindingCode code, String message, Location... locations) {
    return new Finding(code, message, List.of(locations));
  }

  /** The same finding, not surer than this. */
  public Finding notSurerThan(Certainty other) {
    return other.exact()
        ? this
        : new Finding(code, message, locations, certainty.and(other), knownBy);
  }

  /** The same finding, known by less than its message. */
  public Finding knownBy(String text) {
    return new Finding(code, message, locations, certainty, text);
  }

  public Severity severity() {
    return code.severity();
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
