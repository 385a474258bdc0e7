package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a file of YAML documents: which document, and the keys and list indexes that lead down
 * from its root.
 *
 * @param document counted from 0, as {@link YamlReader#read} lists them
 */
public record YamlPath(int document, List<Step> steps) {
  public YamlPath {
    steps = List.copyOf(steps);
  }

  /** One step down. */
  public sealed interface Step {
    /** The value of a key. */
    record Key(String name) implements Step {}

    /** An item of a list, counted from 0. */
    record Index(int at) implements Step {}
  }

  /** The root of a document. */
  public static YamlPath root(int document) {
    return new YamlPath(document, List.of());
  }

  /** The value below some keys of the first document. */
  public static YamlPath of(String... keys) {
    return root(0).down(keys);
  }

  /** The value below some more keys. */
  public YamlPath down(String... keys) {
    YamlPath path = this;
    for (String key : keys) {
      path = path.then(new Step.Key(key));
    }
    return path;
  }

  /** The item of the list here. */
  public YamlPath item(int at) {
    return then(new Step.Index(at));
  }

  private YamlPath then(Step step) {
    var all = new ArrayList<>(steps);
    all.add(step);
    return new YamlPath(document, all);
  }

  /** Where this leads from; the root's parent is the root. */
  public YamlPath parent() {
    return new YamlPath(document, steps.subList(0, Math.max(0, steps.size() - 1)));
  }

  /** {@code spec.sources[0].path}. */
  @Override
  public String toString() {
    var out = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Step.Key key -> out.append(out.isEmpty() ? "" : ".").append(key.name());
        case Step.Index index -> out.append('[').append(index.at()).append(']');
      }
    }
    return out.isEmpty() ? "the document" : out.toString();
  }
}
