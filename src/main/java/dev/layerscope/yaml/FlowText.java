package dev.layerscope.yaml;

import java.util.stream.Collectors;

/** Nodes on one line, in braces and brackets. */
final class FlowText {
  private FlowText() {}

  /**
   * @param json whether everything that is text gets double quotes
   */
  static String print(Node node, boolean json) {
    return switch (node) {
      case Mapping mapping -> mapping.isEmpty() ? "{}" : "{" + entries(mapping, json) + "}";
      case Sequence list ->
          list.items().stream()
              .map(item -> print(item, json))
              .collect(Collectors.joining(", ", "[", "]"));
      case Scalar scalar -> json ? ScalarText.json(scalar) : ScalarText.inFlow(scalar);
    };
  }

  /** The entries without the braces. */
  static String entries(Mapping mapping, boolean json) {
    return mapping.entries().stream()
        .map(e -> print(Scalar.of(e.name()), json) + ": " + print(e.value(), json))
        .collect(Collectors.joining(", "));
  }
}
