package dev.layerscope.render.kustomize.merge;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tags;
import dev.layerscope.render.kustomize.tree.Tree;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSON patch (RFC 6902), applied as {@code evanphx/json-patch} does it. */
public final class JsonPatch {
  private final List<Operation> operations;

  private record Operation(
      String op, Optional<String> path, Optional<String> from, Optional<Node> value) {}

  private JsonPatch(List<Operation> operations) {
    this.operations = operations;
  }

  public boolean isEmpty() {
    return operations.isEmpty();
  }

  /** Reads the operations; empty when the node is no list of objects. */
  public static Optional<JsonPatch> read(Node node) {
    if (!(node instanceof Sequence list)
        || !list.items().stream().allMatch(Mapping.class::isInstance)) {
      return Optional.empty();
    }
    var operations = new ArrayList<Operation>();
    for (Node item : list.items()) {
      Mapping mapping = (Mapping) item;
      operations.add(
          new Operation(
              mapping.textAt("op").orElse("unknown"),
              mapping.textAt("path"),
              mapping.textAt("from"),
              mapping.get("value")));
    }
    return Optional.of(new JsonPatch(operations));
  }

  /** Changes a tree, operation by operation. */
  public void apply(Tree root) throws BuildException {
    for (Operation operation : operations) {
      apply(root, operation);
    }
  }

  private static void apply(Tree root, Operation operation) throws BuildException {
    String path = operation.path().orElseThrow(() -> new BuildException("missing or null path"));
    switch (operation.op()) {
      case "add" -> add(root, path, value(operation));
      case "remove" -> remove(root, path, "remove");
      case "replace" -> replace(root, path, value(operation));
      case "move" -> add(root, path, remove(root, from(operation), "move"));
      case "copy" -> add(root, path, copied(root, from(operation)));
      case "test" -> test(root, path, operation);
      default -> throw new BuildException("Unexpected kind: " + operation.op());
    }
  }

  /** What is missing in a map is copied as null. */
  private static Tree copied(Tree root, String from) throws BuildException {
    Pointer at = Pointer.of(root, from, "copy");
    return at.parent().isMap() && at.parent().find(at.key()).isEmpty()
        ? Tree.scalar("null", Tags.NULL)
        : Pointer.get(root, from, "copy").copy();
  }

  private static Tree value(Operation operation) {
    return operation.value().map(Tree::json).orElse(Tree.scalar("null", Tags.NULL));
  }

  private static String from(Operation operation) throws BuildException {
    return operation.from().orElseThrow(() -> new BuildException("missing or null from"));
  }

  private static void add(Tree root, String path, Tree value) throws BuildException {
    if (path.isEmpty()) {
      root.assignAll(value);
      return;
    }
    Pointer at = Pointer.of(root, path, "add");
    if (at.parent().isMap()) {
      put(at.parent(), at.key(), value);
      return;
    }
    List<Tree> items = at.parent().content();
    if (at.key().equals("-")) {
      items.add(value);
      return;
    }
    int index = at.index("add");
    if (index > items.size()) {
      throw at.missing(
          "add", "Unable to access invalid index: " + at.key() + ": invalid index referenced");
    }
    items.add(index < 0 ? items.size() + 1 + index : index, value);
  }

  private static Tree remove(Tree root, String path, String doing) throws BuildException {
    Pointer at = Pointer.of(root, path, doing);
    Tree old = Pointer.get(root, path, doing);
    if (at.parent().isMap()) {
      at.parent().clear(at.key());
    } else {
      int index = at.index(doing);
      at.parent().content().remove(index < 0 ? at.parent().content().size() + index : index);
    }
    return old;
  }

  private static void replace(Tree root, String path, Tree value) throws BuildException {
    if (path.isEmpty()) {
      root.assignAll(value);
      return;
    }
    Pointer at = Pointer.of(root, path, "replace");
    if (at.parent().isMap()) {
      // The library replaces what is not there as well.
      put(at.parent(), at.key(), value);
      return;
    }
    Tree old = Pointer.get(root, path, "replace");
    at.parent().content().replaceAll(item -> item == old ? value : item);
  }

  /** JSON has no styles: the new value stands as it was written in the patch. */
  private static void put(Tree map, String key, Tree value) {
    Optional<Tree> old = map.find(key);
    if (old.isPresent()) {
      old.get().assignAll(value);
    } else {
      map.content().add(Tree.scalar(key, Tags.STRING));
      map.content().add(value);
    }
  }

  private static void test(Tree root, String path, Operation operation) throws BuildException {
    Optional<Tree> actual = Pointer.find(root, path);
    String wanted = JsonText.of(value(operation).toNode());
    if (!actual.map(t -> JsonText.of(t.toNode())).orElse("null").equals(wanted)) {
      throw new BuildException("testing value " + path + " failed: test failed");
    }
  }
}
