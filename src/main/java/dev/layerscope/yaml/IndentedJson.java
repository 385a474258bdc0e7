package dev.layerscope.yaml;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** JSON over several lines, two blanks deeper each time, keys sorted: as Go's encoder has it. */
public final class IndentedJson {
  private static final String INDENT = "  ";

  private final Function<Node, String> leaf;
  private final StringBuilder out = new StringBuilder();

  private IndentedJson(Function<Node, String> leaf) {
    this.leaf = leaf;
  }

  /**
   * @param leaf writes keys, scalars and what is empty
   */
  public static String of(Node node, Function<Node, String> leaf) {
    var json = new IndentedJson(leaf);
    json.write(node, "\n");
    return json.out.toString();
  }

  private void write(Node node, String line) {
    switch (node) {
      case Mapping mapping when !mapping.isEmpty() -> {
        String separator = "{";
        for (Map.Entry<String, Node> entry : new TreeMap<>(mapping.asMap()).entrySet()) {
          out.append(separator).append(line).append(INDENT);
          out.append(leaf.apply(Scalar.of(entry.getKey()))).append(": ");
          write(entry.getValue(), line + INDENT);
          separator = ",";
        }
        out.append(line).append('}');
      }
      case Sequence sequence when !sequence.items().isEmpty() -> {
        String separator = "[";
        for (Node item : sequence.items()) {
          out.append(separator).append(line).append(INDENT);
          write(item, line + INDENT);
          separator = ",";
        }
        out.append(line).append(']');
      }
      default -> out.append(leaf.apply(node));
    }
  }
}
