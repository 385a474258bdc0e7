package dev.layerscope.render.kustomize.tree;

import dev.layerscope.yaml.YamlPrinter;

/** A map, list or scalar was expected and something else was found. */
public final class WrongKindException extends BuildException {
  private static final long serialVersionUID = 1L;

  private final Tree.Kind actual;

  WrongKindException(Tree.Kind expected, Tree found) {
    super(
        "wrong node kind: expected %s but got %s: node contents:\n%s"
            .formatted(word(expected), word(found.kind()), YamlPrinter.print(found.toNode())));
    this.actual = found.kind();
  }

  public Tree.Kind actual() {
    return actual;
  }

  private static String word(Tree.Kind kind) {
    return switch (kind) {
      case MAP -> "MappingNode";
      case LIST -> "SequenceNode";
      case SCALAR -> "ScalarNode";
    };
  }
}
