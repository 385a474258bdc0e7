package dev.layerscope.render.generator.template;

import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.Map;
import java.util.TreeMap;

/** JSON over several lines with two blanks, as Go's {@code MarshalIndent} has it. */
final class PrettyJson {
  private PrettyJson() {}

  static String of(Node node) {
    var out = new StringBuilder();
    write(node, "\n", out);
    return out.toString();
  }

  private static void write(Node node, String line, StringBuilder out) {
    switch (node) {
      case Mapping mapping when !mapping.isEmpty() -> {
        String before = "{";
        for (Map.Entry<String, Node> entry : new TreeMap<>(mapping.asMap()).entrySet()) {
          out.append(before).append(line).append("  ");
          out.append(JsonText.of(Scalar.of(entry.getKey()))).append(": ");
          write(entry.getValue(), line + "  ", out);
          before = ",";
        }
        out.append(line).append('}');
      }
      case Sequence sequence when !sequence.items().isEmpty() -> {
        String before = "[";
        for (Node item : sequence.items()) {
          out.append(before).append(line).append("  ");
          write(item, line + "  ", out);
          before = ",";
        }
        out.append(line).append(']');
      }
      default -> out.append(JsonText.of(node));
    }
  }
}
