package dev.layerscope.render.kustomize.tree;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.KyamlScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Place;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;

/** Trees of what somebody wrote. */
final class Written {
  private Written() {}

  /**
   * @param placed whether it remembers where it was written
   */
  static Tree tree(Node node, boolean placed) {
    Place place = placed ? node.place() : Place.NONE;
    return switch (node) {
      case Scalar scalar ->
          new Tree(
              Tree.Kind.SCALAR,
              KyamlScalars.tag(scalar),
              scalar.text(),
              scalar.style(),
              place,
              Tree.NOTHING);
      case Sequence sequence -> {
        var items = new ArrayList<Tree>(sequence.items().size());
        sequence.items().forEach(item -> items.add(tree(item, placed)));
        yield new Tree(Tree.Kind.LIST, "!!seq", "", Scalar.Style.PLAIN, place, items);
      }
      case Mapping mapping -> {
        var items = new ArrayList<Tree>(mapping.entries().size() * 2);
        for (Mapping.Entry entry : mapping.entries()) {
          items.add(tree(entry.key(), placed));
          items.add(tree(entry.value(), placed));
        }
        yield new Tree(Tree.Kind.MAP, "!!map", "", Scalar.Style.PLAIN, place, items);
      }
    };
  }

  static Tree asJson(Node node) {
    return switch (node) {
      case Scalar scalar ->
          switch (ArgoScalars.read(scalar)) {
            case Value.Text text -> Tree.string(text.value());
            case Value.Null ignored -> Tree.scalar("null", Tags.NULL);
            case Value other -> Tree.scalar(other.plain());
          };
      case Sequence sequence -> {
        Tree list = Tree.list();
        sequence.items().forEach(item -> list.content().add(asJson(item)));
        yield list;
      }
      case Mapping mapping -> {
        Tree map = Tree.map();
        for (Mapping.Entry entry : mapping.entries()) {
          map.content().add(Tree.string(entry.name()));
          map.content().add(asJson(entry.value()));
        }
        yield map;
      }
    };
  }
}
