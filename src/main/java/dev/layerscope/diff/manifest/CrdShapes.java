package dev.layerscope.diff.manifest;

import dev.layerscope.diff.manifest.Shape.ListRule;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a custom resource definition says about its lists: {@code x-kubernetes-list-type} and {@code
 * x-kubernetes-list-map-keys}. Lists it says nothing about are matched by guess, as without it.
 */
final class CrdShapes {
  private static final int DEEPEST = 64;

  private CrdShapes() {}

  /** The kind it defines, by {@code group/Kind}; the last version that has a schema counts. */
  static Map<String, KindShape> of(Mapping definition) {
    Map<String, KindShape> shapes = new HashMap<>();
    Optional<String> group = definition.textAt("spec", "group");
    Optional<String> kind = definition.textAt("spec", "names", "kind");
    if (group.isPresent() && kind.isPresent()) {
      schemas(definition)
          .forEach(schema ->
              shapes.put(group.get() + "/" + kind.get(), new KindShape(shape(schema, 0), false)));
    }
    return shapes;
  }

  private static List<Mapping> schemas(Mapping definition) {
    return definition
        .mapping("spec")
        .flatMap(spec -> spec.sequence("versions"))
        .map(Sequence::items)
        .orElse(List.of())
        .stream()
        .flatMap(version -> mappingAt(version, "schema", "openAPIV3Schema").stream())
        .toList();
  }

  private static Optional<Mapping> mappingAt(Node node, String... keys) {
    return node.at(keys).filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  private static Shape shape(Mapping schema, int depth) {
    Map<String, Shape.Field> fields = new HashMap<>();
    if (depth < DEEPEST) {
      mappingAt(schema, "properties")
          .ifPresent(properties ->
              properties
                  .entries()
                  .forEach(entry -> {
                    if (entry.value() instanceof Mapping below) {
                      fields.put(entry.name(), field(below, depth + 1));
                    }
                  }));
      mappingAt(schema, "additionalProperties")
          .ifPresent(below -> fields.put("*", field(below, depth + 1)));
    }
    return new Shape(fields, new ListRule.Guessed());
  }

  private static Shape.Field field(Mapping schema, int depth) {
    Mapping below = mappingAt(schema, "items").orElse(schema);
    return new Shape.Field(list(schema), Shape.Reading.PLAIN, shape(below, depth));
  }

  private static ListRule list(Mapping schema) {
    return switch (schema.textAt("x-kubernetes-list-type").orElse("")) {
      case "set" -> new ListRule.AsSet();
      case "atomic" -> new ListRule.InOrder();
      case "map" ->
          schema
              .sequence("x-kubernetes-list-map-keys")
              .map(keys -> keys.items().stream().flatMap(k -> k.asText().stream()).toList())
              .filter(keys -> !keys.isEmpty())
              .<ListRule>map(keys -> new ListRule.Keyed(List.of(keys)))
              .orElse(new ListRule.Guessed());
      default -> new ListRule.Guessed();
    };
  }
}
