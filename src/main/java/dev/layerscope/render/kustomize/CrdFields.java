package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldTable;
import dev.layerscope.render.kustomize.field.ReferenceSpec;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fields that a file named under {@code crds} (OpenAPI definitions by type name) marks as names,
 * labels or references.
 */
final class CrdFields {
  private static final int MAX_DEPTH = 50;

  private final Mapping types;
  private final List<FieldSpec> annotations = new ArrayList<>();
  private final List<FieldSpec> labels = new ArrayList<>();
  private final List<FieldSpec> prefixes = new ArrayList<>();
  private final List<ReferenceSpec> references = new ArrayList<>();

  private CrdFields(Mapping types) {
    this.types = types;
  }

  static FieldTable read(Mapping types) throws BuildException {
    var fields = new CrdFields(types);
    for (Map.Entry<String, dev.layerscope.yaml.Node> type :
        new TreeMap<>(types.asMap()).entrySet()) {
      Mapping properties = properties(type.getKey(), types);
      if (properties.has("kind") && properties.has("apiVersion") && properties.has("metadata")) {
        String kind = type.getKey().substring(type.getKey().lastIndexOf('.') + 1);
        fields.walk(type.getKey(), kind, "", 0);
      }
    }
    FieldTable table = FieldTable.ofReferences(fields.references);
    table = table.merge(FieldTable.of(FieldTable.Use.COMMON_ANNOTATIONS, fields.annotations));
    table = table.merge(FieldTable.of(FieldTable.Use.COMMON_LABELS, fields.labels));
    return table.merge(FieldTable.of(FieldTable.Use.NAME_PREFIX, fields.prefixes));
  }

  private static Mapping properties(String type, Mapping types) {
    return types
        .at(type, "Schema", "properties")
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .orElse(Mapping.EMPTY);
  }

  private void walk(String type, String kind, String path, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    for (Mapping.Entry entry : properties(type, types).entries()) {
      if (!(entry.value() instanceof Mapping property)) {
        continue;
      }
      String field = path.isEmpty() ? entry.name() : path + "/" + entry.name();
      if (property.has("x-kubernetes-annotation")) {
        annotations.add(new FieldSpec("", "", kind, field, false));
      }
      if (property.has("x-kubernetes-label-selector")) {
        labels.add(new FieldSpec("", "", kind, field, false));
      }
      if (property.has("x-kubernetes-identity")) {
        prefixes.add(new FieldSpec("", "", kind, field, false));
      }
      Optional<String> version = property.textAt("x-kubernetes-object-ref-api-version");
      Optional<String> target = property.textAt("x-kubernetes-object-ref-kind");
      if (version.isPresent() && target.isPresent()) {
        String key = property.textAt("x-kubernetes-object-ref-name-key").orElse("name");
        references.add(
            new ReferenceSpec(
                "",
                version.get(),
                target.get(),
                List.of(new FieldSpec("", "", kind, field + "/" + key, false))));
      }
      property.textAt("$ref").ifPresent(ref -> walk(ref, kind, field, depth + 1));
    }
  }
}
