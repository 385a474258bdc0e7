package dev.layerscope.manifest;

import dev.layerscope.finding.Location;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import java.util.Optional;

/**
 * One Kubernetes object as declared.
 *
 * @param gvk what it is; version and group are empty when there is no {@code apiVersion}
 * @param namespace {@code metadata.namespace}; empty when absent
 * @param name {@code metadata.name}; empty when absent
 * @param root the whole object
 * @param origin the file it was written in
 */
public record Manifest(Gvk gvk, String namespace, String name, Mapping root, Origin origin) {
  /**
   * Reads the identity of an object. Empty when it has no {@code kind}: then it is no Kubernetes
   * object.
   */
  public static Optional<Manifest> of(Mapping root, Origin origin) {
    return root.textAt("kind")
        .filter(kind -> !kind.isEmpty())
        .map(kind ->
            new Manifest(
                Gvk.parse(root.textAt("apiVersion").orElse(""), kind),
                root.textAt("metadata", "namespace").orElse(""),
                root.textAt("metadata", "name").orElse(""),
                root,
                origin));
  }

  /** Whether this is the same text at the same place of the same commit. */
  public boolean isWrittenAs(Manifest other) {
    return origin.equals(other.origin)
        && gvk.equals(other.gvk)
        && namespace.equals(other.namespace)
        && name.equals(other.name)
        && root.isWrittenAs(other.root);
  }

  public ResourceKey key() {
    return new ResourceKey(gvk.group(), gvk.kind(), namespace, name);
  }

  /** The line the object begins on. */
  public Location location() {
    return origin.line(root.place().line());
  }

  /**
   * The line a field stands on; the object's own line when the field is absent or was made by a
   * renderer.
   */
  public Location locationOf(String... keys) {
    return root.at(keys)
        .map(Node::place)
        .filter(p -> p.line() > 0)
        .map(p -> origin.line(p.line()))
        .orElse(location());
  }

  /** An annotation's text. */
  public Optional<String> annotation(String key) {
    return root.textAt("metadata", "annotations", key);
  }

  /** The same object in another namespace; an empty one removes it. */
  public Manifest inNamespace(String other) {
    if (other.equals(namespace)) {
      return this;
    }
    Mapping metadata = root.mapping("metadata").orElse(Mapping.EMPTY);
    Mapping moved =
        other.isEmpty()
            ? metadata.without("namespace")
            : metadata.with("namespace", Scalar.of(other));
    return new Manifest(gvk, other, name, root.with("metadata", moved), origin);
  }
}
