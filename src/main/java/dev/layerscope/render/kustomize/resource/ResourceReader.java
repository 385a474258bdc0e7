package dev.layerscope.render.kustomize.resource;

import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Documents to resources, as strictly as the tool takes them: every object needs a kind and a name.
 */
public final class ResourceReader {
  private ResourceReader() {}

  /** YAML that cannot be parsed, as opposed to YAML that is no resource. */
  public static final class MalformedException extends BuildException {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  /**
   * The resources of a file; lists are taken apart.
   *
   * @param placed whether the objects remember their lines
   */
  public static List<Resource> read(List<Document> documents, Origin origin, boolean placed)
      throws BuildException {
    var pending = new ArrayDeque<Node>();
    for (Document document : documents) {
      switch (document) {
        case Document.Empty ignored -> {}
        case Document.Broken broken ->
            throw new MalformedException("MalformedYAMLError: yaml: " + broken.message());
        case Document.Content content -> pending.add(content.root());
      }
    }
    var resources = new ArrayList<Resource>();
    while (!pending.isEmpty()) {
      Node node = pending.remove();
      if (!(node instanceof Mapping root)) {
        throw new BuildException("wrong node kind: expected MappingNode but got " + kindOf(node));
      }
      if (root.isEmpty()) {
        continue;
      }
      check(root);
      Optional<List<Node>> items = items(root);
      if (items.isPresent()) {
        pending.addAll(items.get());
      } else {
        var resource = new Resource(placed ? Tree.of(root) : Tree.foreign(root), origin);
        Notes.take(resource);
        resources.add(resource);
      }
    }
    return resources;
  }

  private static void check(Mapping root) throws BuildException {
    String kind = text(root, "kind");
    String apiVersion = text(root, "apiVersion");
    String name = text(root.mapping("metadata").orElse(Mapping.EMPTY), "name");
    boolean list = kind.endsWith("List");
    if (kind.isEmpty()) {
      boolean nothing =
          apiVersion.isEmpty() && root.mapping("metadata").orElse(Mapping.EMPTY).isEmpty();
      throw new BuildException(
          nothing
              ? "missing Resource metadata"
              : "missing kind in object " + shown(apiVersion, kind, name));
    }
    if (!list && name.isEmpty()) {
      throw new BuildException("missing metadata.name in object " + shown(apiVersion, kind, name));
    }
  }

  private static String shown(String apiVersion, String kind, String name) {
    return "{{%s %s} {{%s } map[] map[]}}".formatted(apiVersion, kind, name);
  }

  private static String text(Mapping mapping, String key) {
    return mapping
        .get(key)
        .filter(n -> !n.isNull())
        .map(n -> n instanceof dev.layerscope.yaml.Scalar s ? s.text() : "")
        .orElse("");
  }

  /** Kinds that end in List and have items are lists; {@code items: null} is an empty one. */
  private static Optional<List<Node>> items(Mapping root) throws BuildException {
    String kind = text(root, "kind");
    Optional<Node> items = kind.endsWith("List") ? root.get("items") : Optional.empty();
    if (items.isEmpty()) {
      return Optional.empty();
    }
    if (items.get() instanceof Sequence list) {
      return Optional.of(list.items());
    }
    if (items.get().isNull()) {
      return Optional.of(List.of());
    }
    throw new BuildException(
        "expected array in %s/items, but found %s".formatted(kind, kindOf(items.get())));
  }

  private static String kindOf(Node node) {
    return switch (node) {
      case Mapping ignored -> "MappingNode";
      case Sequence ignored -> "SequenceNode";
      default -> "ScalarNode";
    };
  }
}
