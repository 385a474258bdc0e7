package dev.layerscope.render.kustomize.tree;

import dev.layerscope.yaml.KyamlScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/** What a tree is when nobody changes it any more. */
final class Finishing {
  private Finishing() {}

  static Node node(Tree tree) {
    return switch (tree.kind()) {
      case SCALAR -> Scalars.finished(tree);
      case LIST ->
          new Sequence(tree.content().stream().map(Tree::toNode).toList(), false, tree.place());
      case MAP -> {
        List<Tree> content = tree.content();
        var entries = new ArrayList<Mapping.Entry>(content.size() / 2);
        for (int i = 0; i < content.size(); i += 2) {
          Tree key = content.get(i);
          entries.add(
              new Mapping.Entry(
                  Scalars.text(key.value(), key.place()), content.get(i + 1).toNode()));
        }
        yield new Mapping(entries, false, tree.place());
      }
    };
  }

  static void rewrite(Tree tree) {
    tree.content().forEach(Tree::rewrite);
    if (!tree.isScalar()) {
      return;
    }
    Scalar finished = Scalars.finished(tree);
    boolean text = !finished.isPlain() || finished.asText().isPresent();
    String value = finished.text();
    tree.setValue(value);
    tree.setTag(text ? Tags.STRING : KyamlScalars.tag(finished));
    boolean plain =
        !text || KyamlScalars.plain(value) instanceof Value.Text && !Scalars.isNonString(value);
    tree.setStyle(plain ? Scalar.Style.PLAIN : Scalar.Style.DOUBLE_QUOTED);
  }
}
