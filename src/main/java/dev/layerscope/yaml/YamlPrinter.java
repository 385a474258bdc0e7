package dev.layerscope.yaml;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Nodes as YAML text that reads back equal: block style, two blanks, lists at the indent of their
 * key, quotes only where the text would otherwise mean something else to Argo CD or to YAML.
 */
public final class YamlPrinter {
  private static final Pattern PLAIN =
      Pattern.compile(
          "[^\\s\\-?:,\\[\\]{}#&*!|>'\"%@`][^\\n\\r\\t]*|[-?:][^\\s\\n\\r\\t][^\\n\\r\\t]*");

  private YamlPrinter() {}

  /** One document, ending with a line break. */
  public static String print(Node node) {
    var out = new StringBuilder();
    switch (node) {
      case Mapping mapping when !mapping.isEmpty() -> mapping(mapping, 0, false, out);
      case Sequence sequence when !sequence.items().isEmpty() -> sequence(sequence, 0, false, out);
      default -> out.append(inline(node, 0)).append('\n');
    }
    return out.toString();
  }

  private static void mapping(
      Mapping mapping, int indent, boolean firstInPlace, StringBuilder out) {
    boolean inPlace = firstInPlace;
    for (Mapping.Entry entry : mapping.entries()) {
      if (!inPlace) {
        out.append(" ".repeat(indent));
      }
      inPlace = false;
      out.append(text(entry.name(), true, indent)).append(':');
      value(entry.value(), indent, out);
    }
  }

  private static void value(Node value, int indent, StringBuilder out) {
    switch (value) {
      case Mapping mapping when !mapping.isEmpty() -> {
        out.append('\n');
        mapping(mapping, indent + 2, false, out);
      }
      case Sequence sequence when !sequence.items().isEmpty() -> {
        out.append('\n');
        sequence(sequence, indent, false, out);
      }
      default -> {
        String text = inline(value, indent);
        out.append(text.isEmpty() ? "" : " ").append(text).append('\n');
      }
    }
  }

  private static void sequence(
      Sequence sequence, int indent, boolean firstInPlace, StringBuilder out) {
    boolean inPlace = firstInPlace;
    for (Node item : sequence.items()) {
      if (!inPlace) {
        out.append(" ".repeat(indent));
      }
      inPlace = false;
      out.append("- ");
      switch (item) {
        case Mapping mapping when !mapping.isEmpty() -> mapping(mapping, indent + 2, true, out);
        case Sequence inner when !inner.items().isEmpty() -> sequence(inner, indent + 2, true, out);
        default -> out.append(inline(item, indent)).append('\n');
      }
    }
  }

  private static String inline(Node node, int indent) {
    return switch (node) {
      case Mapping ignored -> "{}";
      case Sequence ignored -> "[]";
      case Scalar scalar ->
          ArgoScalars.read(scalar) instanceof Value.Text text
              ? text(text.value(), false, indent)
              : scalar.text();
    };
  }

  private static String text(String text, boolean key, int indent) {
    if (text.isEmpty()) {
      return "\"\"";
    }
    if (!key && text.contains("\n") && canBeLiteral(text)) {
      return literal(text, indent);
    }
    boolean isText = ArgoScalars.read(Scalar.plain(text)) instanceof Value.Text;
    boolean plain =
        PLAIN.matcher(text).matches()
            && !text.contains(": ")
            && !text.contains(" #")
            && !text.endsWith(":")
            && !text.endsWith(" ")
            && !text.startsWith("---")
            && !text.startsWith("...")
            && !text.equals("=")
            && !text.equals("<<")
            && text.chars().allMatch(YamlPrinter::printable)
            && isText;
    if (plain) {
      return text;
    }
    // What would be a number or a boolean gets double quotes, as Kustomize and most people write
    // it.
    boolean single = isText && !text.contains("'") && text.chars().allMatch(YamlPrinter::printable);
    return single ? "'" + text + "'" : quoted(text);
  }

  static boolean printable(int c) {
    return c >= ' ' && c != 0x7f && c != 0x85 && c != 0x2028 && c != 0x2029 && c != 0xfeff;
  }

  private static boolean canBeLiteral(String text) {
    List<String> lines = text.lines().toList();
    return !text.startsWith(" ")
        && !text.startsWith("\n")
        && !text.startsWith("\t")
        && !text.contains("\r")
        && lines.stream().noneMatch(line -> !line.isEmpty() && line.isBlank())
        && text.chars().allMatch(c -> c == '\n' || c == '\t' || printable(c));
  }

  private static String literal(String text, int indent) {
    String chomp = !text.endsWith("\n") ? "-" : text.endsWith("\n\n") ? "+" : "";
    var out = new StringBuilder("|").append(chomp);
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      out.append('\n');
      if (!line.isEmpty()) {
        out.append(" ".repeat(indent + 2)).append(line);
      }
    }
    return out.toString();
  }

  static String quoted(String text) {
    return DoubleQuoted.of(
        text,
        c ->
            printable(c)
                ? Character.toString(c)
                : c > 0xffff ? String.format("\\U%08x", c) : String.format("\\u%04x", c));
  }
}
