package dev.layerscope.render.helm.values;

import dev.layerscope.git.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code $name} may lead to: the sources of the Application that have a {@code ref}
 * (specification §1.2).
 *
 * @param severalSources the Application has {@code sources}; only then a wrong name is an error
 * @param byName names without the dollar
 */
public record References(boolean severalSources, Map<String, Reference> byName) {
  /** Of an Application with one source. */
  public static final References NONE = new References(false, Map.of());

  public References {
    byName = Map.copyOf(byName);
  }

  /** One source that lends its files. */
  public sealed interface Reference {
    /**
     * At hand.
     *
     * @param targetRevision as declared
     */
    record At(Snapshot snapshot, String targetRevision) implements Reference {}

    /** Not to be had; why, in words. */
    record Unavailable(String why) implements Reference {}

    /** Argo CD refuses it, in its words. */
    record Refused(String error) implements Reference {}
  }

  /**
   * What Argo CD says about the names themselves, before anything is looked up.
   *
   * @param names of all sources that have one
   */
  public static Optional<String> wrong(List<String> names) {
    var seen = new HashSet<String>();
    for (String name : names) {
      if (!name.matches("[a-zA-Z0-9_-]+")) {
        return Optional.of(
            "sources.ref " + name + " cannot contain any special characters except '_' and '-'");
      }
      if (!seen.add(name)) {
        return Optional.of("invalid sources: multiple sources had the same `ref` key");
      }
    }
    return Optional.empty();
  }

  /** The source a file name leads to; empty when it names none that is there. */
  public Optional<Reference> of(String fileName) {
    return fileName.startsWith("$")
        ? Optional.ofNullable(byName.get(name(fileName)))
        : Optional.empty();
  }

  /** The name a file name begins with. */
  static String name(String fileName) {
    int slash = fileName.indexOf('/');
    return fileName.substring(1, slash < 0 ? fileName.length() : slash);
  }

  /** Why what a file name begins with is not to be had; empty when nobody knows. */
  public Optional<String> whyNot(String fileName) {
    return switch (byName.get(name(fileName))) {
      case Reference.Unavailable(String why) -> Optional.of(why);
      case Reference.Refused(String error) -> Optional.of(error);
      case Reference.At ignored -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  /** The names, as Argo CD lists them. */
  String listed() {
    return String.join(", ", new TreeMap<>(byName).keySet().stream().map(n -> "$" + n).toList());
  }
}
