package dev.layerscope.diff.manifest;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of two lists by what they are called: {@code name=api}, {@code
 * containerPort=80,protocol=TCP}.
 */
record ListKeys(String words, Map<String, Node> from, Map<String, Node> to) {
  private static final Map<String, String> DEFAULTS = Map.of("protocol", "TCP");

  /**
   * By the first alternative whose keys every item has and that tells the items of each side apart.
   */
  static Optional<ListKeys> of(Sequence from, Sequence to, List<List<String>> alternatives) {
    for (List<String> keys : alternatives) {
      Optional<Map<String, Node>> before = byKeys(from, keys);
      Optional<Map<String, Node>> after = byKeys(to, keys);
      if (before.isPresent() && after.isPresent()) {
        return Optional.of(new ListKeys(String.join(", ", keys), before.get(), after.get()));
      }
    }
    return Optional.empty();
  }

  /** Kustomize's images by the name that is replaced. */
  static Optional<ListKeys> byImage(Sequence from, Sequence to) {
    Optional<Map<String, Node>> before = byImage(from);
    Optional<Map<String, Node>> after = byImage(to);
    return before.isPresent() && after.isPresent()
        ? Optional.of(new ListKeys("image", before.get(), after.get()))
        : Optional.empty();
  }

  private static Optional<Map<String, Node>> byKeys(Sequence list, List<String> keys) {
    var items = new LinkedHashMap<String, Node>();
    for (Node item : list.items()) {
      Optional<String> called = called(item, keys);
      if (called.isEmpty() || items.put(called.get(), item) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(items);
  }

  private static Optional<String> called(Node item, List<String> keys) {
    if (!(item instanceof Mapping)) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    boolean any = false;
    for (String key : keys) {
      Optional<String> value = ListComparison.plain(item, key);
      any |= value.isPresent();
      value
          .or(() -> Optional.ofNullable(DEFAULTS.get(key)))
          .ifPresent(text -> parts.add(key + "=" + text));
    }
    return any ? Optional.of(String.join(",", parts)) : Optional.empty();
  }

  private static Optional<Map<String, Node>> byImage(Sequence list) {
    var items = new LinkedHashMap<String, Node>();
    for (Node item : list.items()) {
      if (!(item instanceof Scalar scalar)) {
        return Optional.empty();
      }
      String text = ArgoScalars.read(scalar).plain();
      int equals = text.indexOf('=');
      String name =
          equals > 0 ? text.substring(0, equals) : ImageReference.parse(text).repository();
      if (items.put(name, item) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(items);
  }
}
