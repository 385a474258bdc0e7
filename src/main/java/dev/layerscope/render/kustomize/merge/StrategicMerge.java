package dev.layerscope.render.kustomize.merge;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Merges a patch into an object: maps field by field, lists of known kinds by their merge keys,
 * other lists and scalars are replaced, null removes, {@code $patch} directs.
 */
public final class StrategicMerge {
  private StrategicMerge() {}

  /**
   * The object after the patch; empty when the patch deletes it. Both trees may be changed and
   * shared with the result.
   */
  public static Optional<Tree> merge(Tree object, Tree patch, Schema schema) throws BuildException {
    Optional<MergeKeys> keys = keys(object, schema).or(() -> keys(patch, schema));
    return walk(Optional.of(object), Optional.of(patch), new Type(keys, Optional.empty()));
  }

  private static Optional<MergeKeys> keys(Tree root, Schema schema) {
    String apiVersion = root.find("apiVersion").map(Tree::value).orElse("");
    String kind = root.find("kind").map(Tree::value).orElse("");
    return schema.kind(apiVersion, kind);
  }

  /**
   * What is known about the tree being merged.
   *
   * @param type of a map, or of the values of a map
   * @param list when it is a list that is known
   */
  record Type(Optional<MergeKeys> type, Optional<MergeKeys.Field> list) {
    static final Type UNKNOWN = new Type(Optional.empty(), Optional.empty());

    Type field(String name) {
      return type.flatMap(t -> t.field(name))
          .map(f ->
              f.many()
                  ? new Type(Optional.empty(), Optional.of(f))
                  : new Type(f.below(), Optional.empty()))
          .orElse(UNKNOWN);
    }

    Type element() {
      return new Type(list.flatMap(MergeKeys.Field::below), Optional.empty());
    }
  }

  static Optional<Tree> walk(Optional<Tree> object, Optional<Tree> patch, Type type)
      throws BuildException {
    Optional<Tree.Kind> kind =
        object.filter(t -> !t.isNull()).or(() -> patch.filter(t -> !t.isNull())).map(Tree::kind);
    if (kind.isPresent()) {
      if (object.isPresent()) {
        object.get().demand(kind.get());
      }
      if (patch.isPresent()) {
        patch.get().demand(kind.get());
      }
    }
    return switch (kind.orElse(Tree.Kind.MAP)) {
      case MAP -> map(object, patch, type);
      case LIST ->
          type.list().flatMap(MergeKeys.Field::keys).isPresent()
              ? list(object, patch, type)
              : patch.or(() -> object);
      case SCALAR -> patch.or(() -> object);
    };
  }

  private static Optional<Tree> map(Optional<Tree> object, Optional<Tree> patch, Type type)
      throws BuildException {
    Optional<Tree> start = startOfMap(object, patch);
    if (start.isEmpty() || !start.get().isMap()) {
      return start;
    }
    Tree result = start.get();
    // What the patch brings along is walked against itself, so that directives and nulls inside it
    // take effect.
    Optional<Tree> under = Optional.of(result);
    var names = new TreeSet<>(result.keys());
    patch.ifPresent(p -> names.addAll(p.keys()));
    for (String name : names) {
      Optional<Tree> merged =
          walk(
              under.flatMap(t -> t.find(name)), patch.flatMap(p -> p.find(name)), type.field(name));
      boolean patched = patch.flatMap(p -> p.find(name)).isPresent();
      if (merged.isEmpty() || merged.get().isNull() && patched) {
        result.clear(name);
      } else if (result.find(name).filter(old -> old == merged.get()).isEmpty()) {
        result.set(name, merged.get());
      }
    }
    return Optional.of(result);
  }

  private static Optional<Tree> startOfMap(Optional<Tree> object, Optional<Tree> patch)
      throws BuildException {
    if (object.isEmpty() || object.get().isNull()) {
      Directive directive =
          patch.isPresent() ? Directive.takeQuietly(patch.get()) : Directive.MERGE;
      if (directive == Directive.DELETE) {
        return Optional.empty();
      }
      if (patch.isEmpty() && object.isPresent() && !object.get().value().isEmpty()) {
        return object;
      }
      return patch;
    }
    if (patch.isPresent() && patch.get().isNull()) {
      return Optional.empty();
    }
    return switch (patch.isPresent() ? Directive.take(patch.get()) : Directive.MERGE) {
      case DELETE -> Optional.empty();
      case REPLACE -> patch;
      case MERGE -> object;
    };
  }

  private static Optional<Tree> list(Optional<Tree> object, Optional<Tree> patch, Type type)
      throws BuildException {
    Optional<Tree> start;
    if (object.isEmpty() || object.get().isNull()) {
      start = patch;
    } else if (patch.isPresent() && patch.get().isNull()) {
      start = Optional.empty();
    } else {
      start =
          switch (patch.isPresent() ? Directive.take(patch.get()) : Directive.MERGE) {
            case DELETE -> Optional.empty();
            case REPLACE -> patch;
            case MERGE -> object;
          };
    }
    if (start.isEmpty()) {
      return Optional.empty();
    }
    return new ListMerge(start.get(), patch, type).merged();
  }
}
