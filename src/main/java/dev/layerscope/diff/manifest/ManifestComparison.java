package dev.layerscope.diff.manifest;

import dev.layerscope.manifest.Gvk;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two objects by meaning: {@code docs/semantic-diff.md} is the table of what counts.
 * Values of Secrets are compared and never shown.
 */
public final class ManifestComparison {
  /** Fields that a server writes: nobody's intention. */
  private static final Set<String> WRITTEN_BY_SERVERS =
      Set.of(
          "metadata.creationTimestamp",
          "metadata.resourceVersion",
          "metadata.uid",
          "metadata.generation",
          "metadata.managedFields",
          "metadata.selfLink",
          "metadata.annotations[kubectl.kubernetes.io/last-applied-configuration]",
          "metadata.annotations[argocd.argoproj.io/tracking-id]",
          "metadata.annotations[argocd.argoproj.io/refresh]",
          "metadata.annotations[argocd.argoproj.io/hydrate]");

  /** Fields of built-in kinds whose emptiness selects everything, or nothing at all. */
  private static final Set<String> EMPTY_MEANS_SOMETHING =
      Set.of(
          "podSelector",
          "namespaceSelector",
          "objectSelector",
          "labelSelector",
          "selector",
          "emptyDir",
          "ingress",
          "egress",
          "versions",
          "subresources");

  private final List<FieldChange> changes = new ArrayList<>();
  private final KindShape kind;
  private final boolean secret;
  private final ListComparison lists = new ListComparison(this);

  private ManifestComparison(KindShape kind, boolean secret) {
    this.kind = kind;
    this.secret = secret;
  }

  /**
   * The fields that differ, in the order of the first side, then those only the second has. Empty:
   * equal in meaning.
   */
  public static List<FieldChange> compare(Mapping from, Mapping to) {
    return compare(from, to, FieldTable.BUILT_IN);
  }

  /** The same, with what custom resource definitions taught. */
  public static List<FieldChange> compare(Mapping from, Mapping to, FieldTable table) {
    if (from.equals(to)) {
      return List.of(); // as most of an estate is, and far cheaper to see
    }
    boolean secret = SecretValues.isSecret(from) || SecretValues.isSecret(to);
    KindShape kind =
        to.textAt("kind")
            .map(name -> table.of(Gvk.parse(to.textAt("apiVersion").orElse(""), name)))
            .orElse(KindShape.UNKNOWN);
    var comparison = new ManifestComparison(kind, secret);
    comparison.mapping("", from, to, kind.root());
    return List.copyOf(comparison.changes);
  }

  void node(String path, String name, Optional<Node> from, Optional<Node> to, Shape.Field field) {
    if (nothing(path, name, from) && nothing(path, name, to)) {
      return;
    }
    Node before = from.orElse(null);
    Node after = to.orElse(null);
    if (before instanceof Mapping a && after instanceof Mapping b) {
      mapping(path, a, b, field.below());
    } else if (before instanceof Sequence a && after instanceof Sequence b) {
      lists.compare(path, name, a, b, field);
    } else if (before instanceof Scalar a && after instanceof Scalar b) {
      ScalarComparison.compare(path, name, a, b, field.reading()).forEach(changes::add);
    } else {
      add(new FieldChange(path, shown(from), shown(to)));
    }
  }

  void add(FieldChange change) {
    changes.add(change);
  }

  int size() {
    return changes.size();
  }

  /** Says of every change from an index on what a reader should know about it. */
  void note(int start, String words) {
    for (int i = start; i < changes.size(); i++) {
      changes.set(i, changes.get(i).noted(words));
    }
  }

  private void mapping(String path, Mapping from, Mapping to, Shape shape) {
    Map<String, Node> before = from.asMap();
    Map<String, Node> after = to.asMap();
    var keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      String below = below(path, key);
      boolean secretValue = secret && path.isEmpty() && SecretValues.FIELDS.contains(key);
      boolean status = path.isEmpty() && key.equals("status");
      if (!secretValue && !status && !WRITTEN_BY_SERVERS.contains(below)) {
        node(
            below,
            key,
            Optional.ofNullable(before.get(key)),
            Optional.ofNullable(after.get(key)),
            shape.field(key));
      }
    }
    if (secret && path.isEmpty()) {
      secrets(from, to);
    }
  }

  private void secrets(Mapping from, Mapping to) {
    Map<String, SecretValues.Written> before = SecretValues.of(from);
    Map<String, SecretValues.Written> after = SecretValues.of(to);
    var keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      Optional<SecretValues.Written> a = Optional.ofNullable(before.get(key));
      Optional<SecretValues.Written> b = Optional.ofNullable(after.get(key));
      if (!a.map(SecretValues.Written::bytes).equals(b.map(SecretValues.Written::bytes))) {
        String field = b.or(() -> a).map(SecretValues.Written::field).orElse("data");
        Optional<String> mask = Optional.of("\"" + SecretValues.MASK + "\"");
        add(
            new FieldChange(
                below(field, key),
                a.isPresent() ? mask : Optional.empty(),
                b.isPresent() ? mask : Optional.empty()));
      }
    }
  }

  /** A key with dots or slashes stands in brackets. */
  static String below(String path, String key) {
    if (path.isEmpty()) {
      return key;
    }
    return path + (isPlain(key) ? "." + key : "[" + key + "]");
  }

  /** Asked for every field of everything that is compared: no pattern is worth that. */
  private static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '-') {
        return false;
      }
    }
    return !key.isEmpty();
  }

  /** Whether a value says the same as none (specification §12.3). */
  private boolean nothing(String path, String name, Optional<Node> node) {
    if (node.isEmpty() || node.get().isNull()) {
      return true;
    }
    boolean empty =
        node.get() instanceof Mapping mapping && mapping.isEmpty()
            || node.get() instanceof Sequence list && list.items().isEmpty();
    boolean metadata = path.startsWith("metadata.");
    return empty && (metadata || kind.emptyIsAbsent() && !EMPTY_MEANS_SOMETHING.contains(name));
  }

  private static Optional<String> shown(Optional<Node> node) {
    return node.map(JsonText::of);
  }
}
