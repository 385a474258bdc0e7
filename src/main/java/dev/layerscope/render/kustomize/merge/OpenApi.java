package dev.layerscope.render.kustomize.merge;

import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds a file named under {@code openapi.path} describes. It takes the place of what the tool
 * knows by itself; kinds it leaves out are merged as unknown ones.
 */
public final class OpenApi implements Schema {
  private static final String DEFINITIONS = "#/definitions/";
  private static final int MAX_REFERENCES = 50;

  private final Mapping definitions;
  private final Map<String, Mapping> kinds = new HashMap<>();

  public OpenApi(Mapping file) {
    this.definitions = file.mapping("definitions").orElse(Mapping.EMPTY);
    for (Mapping.Entry definition : definitions.entries()) {
      if (definition.value() instanceof Mapping type) {
        type
            .sequence("x-kubernetes-group-version-kind")
            .map(Sequence::items)
            .orElse(List.of())
            .stream()
            .forEach(gvk -> kinds.put(key(gvk), type));
      }
    }
  }

  private static String key(Node gvk) {
    String group = gvk.textAt("group").orElse("");
    String version = gvk.textAt("version").orElse("");
    return (group.isEmpty() ? "" : group + "/") + version + "/" + gvk.textAt("kind").orElse("");
  }

  @Override
  public Optional<MergeKeys> kind(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(apiVersion + "/" + kind)).map(this::keys);
  }

  private MergeKeys keys(Mapping type) {
    return new MergeKeys(name -> field(type, name));
  }

  private Optional<MergeKeys.Field> field(Mapping type, String name) {
    Optional<Mapping> property =
        type.mapping("properties")
            .flatMap(all -> all.mapping(name))
            .or(() -> type.mapping("additionalProperties"));
    return property
        .flatMap(this::resolved)
        .map(schema -> {
          boolean many = schema.textAt("type").orElse("").equals("array");
          Optional<Mapping> below =
              many ? schema.mapping("items").flatMap(this::resolved) : Optional.of(schema);
          return new MergeKeys.Field(name, many, mergeKeys(schema), () -> below.map(this::keys));
        });
  }

  /** The type behind a chain of references. */
  private Optional<Mapping> resolved(Mapping schema) {
    Optional<Mapping> at = Optional.of(schema);
    for (int i = 0; i < MAX_REFERENCES && at.isPresent() && at.get().has("$ref"); i++) {
      String name = at.get().textAt("$ref").orElse("");
      at =
          name.startsWith(DEFINITIONS)
              ? definitions.mapping(name.substring(DEFINITIONS.length()))
              : Optional.empty();
    }
    return at;
  }

  private static Optional<List<String>> mergeKeys(Mapping schema) {
    String strategy = schema.textAt("x-kubernetes-patch-strategy").orElse("");
    if (!Arrays.asList(strategy.split(",")).contains("merge")) {
      return Optional.empty();
    }
    Optional<Sequence> keys = schema.sequence("x-kubernetes-list-map-keys");
    if (keys.isPresent()) {
      return Optional.of(keys.get().items().stream().flatMap(k -> k.asText().stream()).toList());
    }
    return Optional.of(schema.textAt("x-kubernetes-patch-merge-key").stream().toList());
  }
}
