package dev.layerscope.render.generator.template;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/** Between YAML and the values of templates: what JSON decoding makes of it in Go. */
public final class GoNodes {
  private GoNodes() {}

  /** Every number becomes a floating-point one. */
  public static GoValue value(Node node) {
    return switch (node) {
      case Mapping mapping -> fields(mapping);
      case Sequence sequence ->
          new GoValue.Items(sequence.items().stream().map(GoNodes::value).toList());
      case Scalar scalar ->
          switch (ArgoScalars.read(scalar)) {
            case Value.Null ignored -> GoValue.nil();
            case Value.Bool bool -> GoValue.bool(bool.value());
            case Value.Int number -> new GoValue.Real(number.value().doubleValue());
            case Value.Float number -> new GoValue.Real(number.value());
            case Value.Text text -> GoValue.text(text.value());
          };
    };
  }

  public static GoValue.Fields fields(Mapping mapping) {
    var values = new TreeMap<String, GoValue>();
    mapping.entries().forEach(e -> values.put(e.name(), value(e.value())));
    return GoValue.Fields.of(values);
  }

  /** Keys in their order, numbers as JSON has them. */
  public static Node node(GoValue value) {
    return switch (value) {
      case GoValue.Absent ignored -> Scalar.plain("null");
      case GoValue.Nil ignored -> Scalar.plain("null");
      case GoValue.Bool bool -> Scalar.plain(String.valueOf(bool.value()));
      case GoValue.Int number -> Scalar.plain(String.valueOf(number.value()));
      case GoValue.Real number -> Scalar.plain(new Value.Float(number.value()).plain());
      case GoValue.Text text -> Scalar.of(text.value());
      case GoValue.Items list -> Sequence.of(list.items().stream().map(GoNodes::node).toList());
      case GoValue.Fields map -> {
        var nodes = new LinkedHashMap<String, Node>();
        map.entries().forEach((key, item) -> nodes.put(key, node(item)));
        yield Mapping.of(nodes);
      }
    };
  }
}
