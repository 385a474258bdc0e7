package dev.layerscope.conformance;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.List;
import java.util.Optional;

/** What stands in a row. */
final class Rows {
  private Rows() {}

  /** Whether a field says true; an absent one does not. */
  static boolean yes(Mapping row, String field) {
    return row.get(field).filter(Rows::yes).isPresent();
  }

  private static boolean yes(Node node) {
    return node instanceof Scalar scalar && ArgoScalars.read(scalar).equals(new Value.Bool(true));
  }

  static String text(Mapping row, String field) {
    return row.textAt(field).orElse("");
  }

  static int number(Mapping row, String field) {
    return row.get(field)
        .map(node -> Integer.parseInt(ArgoScalars.read((Scalar) node).plain()))
        .orElse(0);
  }

  static List<Node> items(Optional<Node> list) {
    return list.filter(Sequence.class::isInstance)
        .map(node -> ((Sequence) node).items())
        .orElse(List.of());
  }

  static List<Mapping> mappings(Mapping row, String field) {
    return items(row.get(field)).stream().map(Mapping.class::cast).toList();
  }

  static List<String> texts(Mapping row, String field) {
    return items(row.get(field)).stream().map(node -> node.asText().orElseThrow()).toList();
  }
}
