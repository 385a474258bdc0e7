package dev.layerscope.yaml;

import java.util.Optional;

/**
 * A piece of YAML as it was written: text is kept, aliases and merge keys are resolved. Immutable.
 * Two nodes are equal when they say the same, wherever they stand.
 */
public sealed interface Node permits Mapping, Sequence, Scalar {
  /** Where it was written. */
  Place place();

  /** The node below, following mapping keys; empty when one is missing. */
  default Optional<Node> at(String... keys) {
    Node node = this;
    for (String key : keys) {
      if (!(node instanceof Mapping mapping)) {
        return Optional.empty();
      }
      Optional<Node> next = mapping.get(key);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      node = next.get();
    }
    return Optional.of(node);
  }

  /** Whether this says the same in the same order, style and place: more than being equal. */
  @SuppressWarnings("ReferenceEquality") // the very same node is asked about most of the time
  default boolean isWrittenAs(Node other) {
    return this == other || place().equals(other.place()) && Writing.same(this, other);
  }

  /** The text below, when it is there and means a string to Argo CD. */
  default Optional<String> textAt(String... keys) {
    return at(keys).flatMap(Node::asText);
  }

  /** The text of a scalar that means a string to Argo CD. */
  default Optional<String> asText() {
    return this instanceof Scalar scalar && ArgoScalars.read(scalar) instanceof Value.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /** Whether this is a scalar that means null. */
  default boolean isNull() {
    return this instanceof Scalar scalar && ArgoScalars.read(scalar) instanceof Value.Null;
  }
}
