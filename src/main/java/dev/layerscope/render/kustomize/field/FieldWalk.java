package dev.layerscope.render.kustomize.field;

import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Paths;
import dev.layerscope.render.kustomize.tree.Tree;
import dev.layerscope.render.kustomize.tree.WrongKindException;
import java.util.List;
import java.util.Optional;

/**
 * Goes to every place a field spec means in an object, through lists on the way, and changes what
 * is there.
 */
public final class FieldWalk {
  /** What to do with a field that was reached. */
  public interface Change {
    void apply(Tree field) throws BuildException;
  }

  /** What to make where a field is missing. */
  public record Making(Tree.Kind kind, String tag) {}

  private final boolean create;
  private final Optional<Making> making;
  private final Change change;

  private FieldWalk(boolean create, Optional<Making> making, Change change) {
    this.create = create;
    this.making = making;
    this.change = change;
  }

  /**
   * Applies a change to one object.
   *
   * @param making what to make where the spec says so and the field is missing; empty to make
   *     nothing ever
   */
  public static void apply(Tree root, FieldSpec spec, Optional<Making> making, Change change)
      throws BuildException {
    if (!spec.kind().isEmpty() && !spec.kind().equals(kind(root))) {
      return; // as nearly all: there are hundreds of fields, most of them of one kind
    }
    Id id = Id.of(root);
    if (!spec.appliesTo(id)) {
      return;
    }
    try {
      new FieldWalk(spec.create(), making, change).walk(root, Paths.split(spec.path(), "/"));
    } catch (WrongKindException e) {
      throw e;
    } catch (BuildException e) {
      throw e.in("considering field '%s' of object %s".formatted(spec.path(), id));
    }
  }

  private static String kind(Tree root) {
    return root.find("kind").map(Tree::value).orElse("");
  }

  private void walk(Tree at, List<String> path) throws BuildException {
    if (path.isEmpty()) {
      change.apply(at);
      return;
    }
    if (at.isNull()) {
      return;
    }
    switch (at.kind()) {
      case LIST -> {
        for (Tree item : List.copyOf(at.content())) {
          walk(item, path);
        }
      }
      case MAP -> field(at, path);
      case SCALAR -> throw new BuildException("expected sequence or mapping node");
    }
  }

  private void field(Tree at, List<String> path) throws BuildException {
    String part = path.getFirst();
    boolean list = part.endsWith("[]");
    String name = list ? part.substring(0, part.length() - 2) : part;
    if (name.isEmpty()) {
      throw new BuildException("cannot set or create an empty field name");
    }
    if (name.equals("*")) {
      throw new BuildException("fieldName: *: wildcard is not supported in PathGetter");
    }
    Optional<Making> made =
        !create || list
            ? Optional.empty()
            : making.map(m -> path.size() == 1 ? m : new Making(Tree.Kind.MAP, "!!map"));
    Optional<Tree> field = at.get(name);
    if (field.isEmpty() && made.isPresent()) {
      field = Optional.of(Tree.empty(made.get().kind()));
      at.content().add(Tree.scalar(name));
      at.content().add(field.get());
    }
    if (field.isEmpty()) {
      return;
    }
    if (field.get().isNull()) {
      if (list) {
        field.get().become(Tree.Kind.LIST, "");
      } else if (made.isPresent()) {
        field.get().become(made.get().kind(), made.get().tag());
      }
    }
    walk(field.get(), path.subList(1, path.size()));
  }
}
