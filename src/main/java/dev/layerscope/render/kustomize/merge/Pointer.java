package dev.layerscope.render.kustomize.merge;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A place in a tree as RFC 6901 writes it: what holds it, and its key or index there.
 *
 * @param parent a map or a list
 */
record Pointer(Tree parent, String key, String path) {
  /** The place; an error when what should hold it is missing. */
  static Pointer of(Tree root, String path, String doing) throws BuildException {
    int slash = path.lastIndexOf('/');
    if (slash < 0) {
      throw missing(doing, path, "missing value");
    }
    Optional<Tree> parent = find(root, path.substring(0, slash));
    if (parent.isEmpty() || parent.get().isScalar()) {
      throw missing(doing, path, "missing value");
    }
    return new Pointer(parent.get(), unescape(path.substring(slash + 1)), path);
  }

  /** The value at a place; an error when there is none. */
  static Tree get(Tree root, String path, String doing) throws BuildException {
    Optional<Tree> found = find(root, path);
    if (found.isEmpty()) {
      throw doing.equals("remove")
          ? new BuildException(
              "Unable to remove nonexistent key: " + last(path) + ": missing value")
          : missing(doing, path, "missing value");
    }
    return found.get();
  }

  static Optional<Tree> find(Tree root, String path) {
    Tree at = root;
    if (path.isEmpty()) {
      return Optional.of(at);
    }
    for (String part : List.of(path.split("/", -1)).subList(1, path.split("/", -1).length)) {
      Optional<Tree> next = step(at, unescape(part));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  private static Optional<Tree> step(Tree at, String part) {
    if (at.isMap()) {
      return at.find(part);
    }
    if (!at.isList() || !part.matches("-?\\d{1,9}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(part);
    int size = at.content().size();
    int real = index < 0 ? size + index : index;
    return real >= 0 && real < size ? Optional.of(at.content().get(real)) : Optional.empty();
  }

  int index(String doing) throws BuildException {
    if (!key.matches("-?\\d{1,9}")) {
      throw missing(doing, "strconv.Atoi: parsing \"" + key + "\": invalid syntax");
    }
    return Integer.parseInt(key);
  }

  BuildException missing(String doing, String why) {
    return missing(doing, path, why);
  }

  private static BuildException missing(String doing, String path, String why) {
    return new BuildException(
        "%s operation does not apply: doc is missing path: %s: %s".formatted(doing, path, why));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String unescape(String part) {
    return part.replace("~1", "/").replace("~0", "~");
  }
}
