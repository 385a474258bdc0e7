package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a node is to become: the change as a function of values, which the changed text must meet.
 */
sealed interface Wish {
  YamlPath path();

  /** The value is to be another. */
  record Replace(YamlPath path, Node value) implements Wish {}

  /** A mapping gets one entry more. */
  record Put(YamlPath path, String key, Node value) implements Wish {}

  /**
   * A list gets one item more, at an index.
   *
   * @param asWritten whether no template engine reads the file
   */
  record Insert(YamlPath path, int at, Node value, boolean asWritten) implements Wish {
    Insert(YamlPath path, int at, Node value) {
      this(path, at, value, false);
    }
  }

  /**
   * An entry or item goes.
   *
   * @param asWritten whether no template engine reads the file
   */
  record Delete(YamlPath path, boolean asWritten) implements Wish {
    Delete(YamlPath path) {
      this(path, false);
    }
  }

  /** The root as it is to be; empty when the path does not lead to where this can be done. */
  default Optional<Node> on(Node root) {
    return switch (this) {
      case Replace replace -> at(root, path().steps(), node -> Optional.of(replace.value()));
      case Put put ->
          at(
              root,
              path().steps(),
              node ->
                  node instanceof Mapping m && !m.has(put.key())
                      ? Optional.of(m.with(put.key(), put.value()))
                      : Optional.empty());
      case Insert insert ->
          at(
              root,
              path().steps(),
              node ->
                  node instanceof Sequence s && insert.at() <= s.items().size()
                      ? Optional.of(with(s, insert))
                      : Optional.empty());
      case Delete delete -> {
        List<YamlPath.Step> steps = path().steps();
        yield steps.isEmpty()
            ? Optional.empty()
            : at(root, path().parent().steps(), node -> without(node, steps.getLast()));
      }
    };
  }

  /** What a node becomes; empty when it cannot. */
  interface Becoming {
    Optional<Node> of(Node node);
  }

  private static Optional<Node> at(Node node, List<YamlPath.Step> steps, Becoming becoming) {
    if (steps.isEmpty()) {
      return becoming.of(node);
    }
    List<YamlPath.Step> rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case YamlPath.Step.Key key ->
          node instanceof Mapping mapping
              ? mapping
                  .get(key.name())
                  .flatMap(below -> at(below, rest, becoming))
                  .map(below -> mapping.with(key.name(), below))
              : Optional.empty();
      case YamlPath.Step.Index index ->
          node instanceof Sequence list && index.at() < list.items().size()
              ? at(list.items().get(index.at()), rest, becoming)
                  .map(below -> with(list, index.at(), below))
              : Optional.empty();
    };
  }

  private static Node with(Sequence list, int at, Node item) {
    var items = new ArrayList<>(list.items());
    items.set(at, item);
    return list.withItems(items);
  }

  private static Node with(Sequence list, Insert insert) {
    var items = new ArrayList<>(list.items());
    items.add(insert.at(), insert.value());
    return list.withItems(items);
  }

  private static Optional<Node> without(Node node, YamlPath.Step step) {
    return switch (step) {
      case YamlPath.Step.Key key ->
          node instanceof Mapping mapping && mapping.has(key.name())
              ? Optional.of(mapping.without(key.name()))
              : Optional.empty();
      case YamlPath.Step.Index index -> {
        if (!(node instanceof Sequence list) || index.at() >= list.items().size()) {
          yield Optional.empty();
        }
        var items = new ArrayList<>(list.items());
        items.remove(index.at());
        yield Optional.of(list.withItems(items));
      }
    };
  }
}
