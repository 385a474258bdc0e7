package dev.layerscope.workspace;

import dev.layerscope.workspace.WorkspaceForm.Kind;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPrinter;
import dev.layerscope.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value of the file as a form shows it, and back. */
final class FormValue {
  private static final String NULL = "null";

  private FormValue() {}

  /** As the form shows it; what is not of its kind is shown as YAML. */
  static String shown(Node node, Kind kind) {
    return switch (node) {
      case Scalar scalar -> scalar.text();
      case Sequence list
          when kind == Kind.TEXTS && list.items().stream().allMatch(FormValue::plain) ->
          list.items().stream()
              .map(item -> ((Scalar) item).text())
              .collect(Collectors.joining("\n"));
      case Mapping pairs
          when kind == Kind.PAIRS
              && pairs.entries().stream().allMatch(entry -> plain(entry.value())) ->
          pairs.entries().stream()
              .map(entry -> entry.name() + ": " + shownPair(entry.value()))
              .collect(Collectors.joining("\n"));
      case Sequence list -> YamlPrinter.print(list).stripTrailing();
      case Mapping mapping -> YamlPrinter.print(mapping).stripTrailing();
    };
  }

  private static boolean plain(Node node) {
    return node instanceof Scalar;
  }

  private static String shownPair(Node value) {
    return value.isNull() ? NULL : ((Scalar) value).text();
  }

  /**
   * What was typed, as a node.
   *
   * @throws WorkspaceException when it is not of the field's kind
   */
  static Node typed(String text, Kind kind) throws WorkspaceException {
    return switch (kind) {
      case TEXT -> Scalar.of(text.strip());
      case NUMBER -> Scalar.plain(number(text.strip()));
      case FLAG -> Scalar.plain(text.strip());
      case TEXTS ->
          Sequence.of(
              text.lines()
                  .map(String::strip)
                  .filter(line -> !line.isEmpty())
                  .map(Scalar::of)
                  .toList());
      case PAIRS -> pairs(text);
      case YAML -> yaml(text);
    };
  }

  private static String number(String text) throws WorkspaceException {
    if (!text.matches("\\d{1,9}")) {
      throw new WorkspaceException("“" + text + "” is not a number.");
    }
    return text;
  }

  /** The last colon with a blank after it divides: addresses have colons, too. */
  private static Mapping pairs(String text) throws WorkspaceException {
    Map<String, Node> pairs = new LinkedHashMap<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int colon = line.endsWith(":") ? line.length() - 1 : line.lastIndexOf(": ");
      if (colon < 1) {
        throw new WorkspaceException("“" + line + "” is not of the form key: value.");
      }
      String value = line.substring(colon + 1).strip();
      pairs.put(
          line.substring(0, colon).strip(),
          value.equals(NULL) ? Scalar.plain(NULL) : Scalar.of(value));
    }
    return Mapping.of(pairs);
  }

  private static Node yaml(String text) throws WorkspaceException {
    List<Document> documents = YamlReader.read(text, Reading.ARGO);
    if (documents.size() == 1 && documents.getFirst() instanceof Document.Content content) {
      return content.root();
    }
    throw new WorkspaceException("That is not one piece of YAML.");
  }
}
