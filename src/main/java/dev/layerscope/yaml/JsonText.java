package dev.layerscope.yaml;

import java.util.Optional;
import java.util.TreeMap;

/**
 * A node as JSON the way Argo CD holds it: keys sorted, scalars with the meaning Argo CD gives
 * them.
 */
public final class JsonText {
  private JsonText() {}

  /** One line, keys sorted: equal text means equal content. */
  public static String of(Node node) {
    var out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  /** The text that a quoted one stands for; empty for a number, a list and whatever is no text. */
  public static Optional<String> unquoted(String json) {
    if (json.length() < 2 || json.charAt(0) != '"' || json.charAt(json.length() - 1) != '"') {
      return Optional.empty();
    }
    var text = new StringBuilder();
    int i = 1;
    while (i < json.length() - 1) {
      char c = json.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escaped = json.charAt(i++);
      switch (escaped) {
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'u' -> {
          text.append((char) Integer.parseInt(json, i, i + 4, 16));
          i += 4;
        }
        default -> text.append(escaped);
      }
    }
    return Optional.of(text.toString());
  }

  private static void write(Node node, StringBuilder out) {
    switch (node) {
      case Mapping mapping -> {
        String separator = "{";
        for (var entry : new TreeMap<>(mapping.asMap()).entrySet()) {
          out.append(separator);
          quote(entry.getKey(), out);
          out.append(':');
          write(entry.getValue(), out);
          separator = ",";
        }
        out.append(mapping.isEmpty() ? "{}" : "}");
      }
      case Sequence sequence -> {
        String separator = "[";
        for (Node item : sequence.items()) {
          out.append(separator);
          write(item, out);
          separator = ",";
        }
        out.append(sequence.items().isEmpty() ? "[]" : "]");
      }
      case Scalar scalar -> {
        Value value = ArgoScalars.read(scalar);
        if (value instanceof Value.Text text) {
          quote(text.value(), out);
        } else {
          out.append(value.plain());
        }
      }
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
