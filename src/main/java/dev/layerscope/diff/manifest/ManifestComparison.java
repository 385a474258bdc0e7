package dev.layerscope.diff.manifest;

import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two objects by meaning: order of keys, quotes and comments do not count. Values of
 * Secrets are compared and never shown.
 */
public final class ManifestComparison {
  private static final String MASK = "\"•••\"";
  private static final Set<String> SECRET_FIELDS = Set.of("data", "stringData");

  private final List<FieldChange> changes = new ArrayList<>();
  private final boolean secret;

  private ManifestComparison(boolean secret) {
    this.secret = secret;
  }

  /**
   * The fields that differ, in the order of the first side, then those only the second has. Empty:
   * equal in meaning.
   */
  public static List<FieldChange> compare(Mapping from, Mapping to) {
    boolean secret = isSecret(from) || isSecret(to);
    var comparison = new ManifestComparison(secret);
    comparison.mapping("", from, to, false);
    return List.copyOf(comparison.changes);
  }

  private static boolean isSecret(Mapping root) {
    return root.textAt("kind").filter("Secret"::equals).isPresent();
  }

  private void node(String path, Optional<Node> from, Optional<Node> to, boolean masked) {
    if (from.map(JsonText::of).equals(to.map(JsonText::of))) {
      return;
    }
    if (from.orElse(null) instanceof Mapping a && to.orElse(null) instanceof Mapping b) {
      mapping(path, a, b, masked);
    } else if (from.orElse(null) instanceof Sequence a && to.orElse(null) instanceof Sequence b) {
      sequence(path, a, b, masked);
    } else {
      changes.add(
          new FieldChange(path, from.map(n -> shown(n, masked)), to.map(n -> shown(n, masked))));
    }
  }

  private void mapping(String path, Mapping from, Mapping to, boolean masked) {
    var keys = new LinkedHashSet<>(from.keys());
    keys.addAll(to.keys());
    for (String key : keys) {
      String below =
          path.isEmpty()
              ? key
              : path + (key.matches("[A-Za-z0-9_-]+") ? "." + key : "[" + key + "]");
      boolean mask = masked || secret && path.isEmpty() && SECRET_FIELDS.contains(key);
      node(below, from.get(key), to.get(key), mask);
    }
  }

  private void sequence(String path, Sequence from, Sequence to, boolean masked) {
    int size = Math.max(from.items().size(), to.items().size());
    for (int i = 0; i < size; i++) {
      node(path + "[" + i + "]", item(from, i), item(to, i), masked);
    }
  }

  private static Optional<Node> item(Sequence list, int index) {
    return index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
  }

  private static String shown(Node node, boolean masked) {
    return masked ? MASK : JsonText.of(node);
  }
}
