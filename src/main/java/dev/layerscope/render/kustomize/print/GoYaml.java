package dev.layerscope.render.kustomize.print;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.Map;
import java.util.TreeMap;

/**
 * One document as go-yaml writes it: keys sorted, lists at the indent of their key, lines folded
 * behind the eightieth column.
 */
public final class GoYaml {
  private final StringBuilder out = new StringBuilder();

  private GoYaml() {}

  /** The document, ending with a line break. */
  public static String print(Node node) {
    var printer = new GoYaml();
    switch (node) {
      case Mapping mapping when !mapping.isEmpty() -> printer.mapping(mapping, 0, false);
      case Sequence list when !list.items().isEmpty() -> printer.sequence(list, 0, false);
      default -> printer.leaf(node, 0);
    }
    return printer.out.toString();
  }

  private void mapping(Mapping mapping, int indent, boolean begun) {
    boolean inPlace = begun;
    Map<String, Node> entries = new TreeMap<>(KeyOrder.INSTANCE);
    entries.putAll(mapping.asMap());
    for (Map.Entry<String, Node> entry : entries.entrySet()) {
      if (!inPlace) {
        out.append(" ".repeat(indent));
      }
      inPlace = false;
      out.append(GoScalar.key(entry.getKey())).append(':');
      switch (entry.getValue()) {
        case Mapping below when !below.isEmpty() -> {
          out.append('\n');
          mapping(below, indent + 2, false);
        }
        case Sequence below when !below.items().isEmpty() -> {
          out.append('\n');
          sequence(below, indent, false);
        }
        default -> {
          out.append(' ');
          leaf(entry.getValue(), indent + 2);
        }
      }
    }
  }

  private void sequence(Sequence sequence, int indent, boolean begun) {
    boolean inPlace = begun;
    for (Node item : sequence.items()) {
      if (!inPlace) {
        out.append(" ".repeat(indent));
      }
      inPlace = false;
      out.append("- ");
      switch (item) {
        case Mapping below when !below.isEmpty() -> mapping(below, indent + 2, true);
        case Sequence below when !below.items().isEmpty() -> sequence(below, indent + 2, true);
        default -> leaf(item, indent + 2);
      }
    }
  }

  private void leaf(Node node, int indent) {
    int column = out.length() - (out.lastIndexOf("\n") + 1);
    String text =
        switch (node) {
          case Mapping ignored -> "{}";
          case Sequence ignored -> "[]";
          case Scalar scalar ->
              switch (ArgoScalars.read(scalar)) {
                case Value.Text words -> new GoScalar(words.value(), indent, column).text();
                case Value other -> other.plain();
              };
        };
    out.append(text).append('\n');
  }
}
