package dev.layerscope.render.kustomize.tree;

import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.Map;
import java.util.TreeMap;

/** JSON as Go's {@code encoding/json} writes it: keys sorted, what could end a script escaped. */
public final class GoJson {
  private static final String INDENT = "  ";

  private GoJson() {}

  /** On one line without blanks. */
  public static String compact(Node node) {
    return JsonText.of(node)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** Over several lines, two blanks deeper each time. */
  public static String indented(Node node) {
    var out = new StringBuilder();
    write(node, "\n", out);
    return out.toString();
  }

  private static void write(Node node, String line, StringBuilder out) {
    switch (node) {
      case Mapping mapping when !mapping.isEmpty() -> {
        String separator = "{";
        for (Map.Entry<String, Node> entry : new TreeMap<>(mapping.asMap()).entrySet()) {
          out.append(separator).append(line).append(INDENT);
          out.append(compact(Scalar.of(entry.getKey()))).append(": ");
          write(entry.getValue(), line + INDENT, out);
          separator = ",";
        }
        out.append(line).append('}');
      }
      case Sequence sequence when !sequence.items().isEmpty() -> {
        String separator = "[";
        for (Node item : sequence.items()) {
          out.append(separator).append(line).append(INDENT);
          write(item, line + INDENT, out);
          separator = ",";
        }
        out.append(line).append(']');
      }
      default -> out.append(compact(node));
    }
  }
}
