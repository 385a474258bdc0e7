package dev.layerscope.render.helm.values;

import dev.layerscope.git.Snapshot;
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

  /** Why what a file name begins with is not to be had; empty when nobody knows. */
  public Optional<String> whyNot(String fileName) {
    return switch (byName.get(ValueFiles.referenceName(fileName))) {
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
