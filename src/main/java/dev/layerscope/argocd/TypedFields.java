package dev.layerscope.argocd;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The switches and numbers in the specification of an Application: the definition of its kind has
 * types, and neither the API server nor Argo CD takes a text for them. Texts that are none are told
 * by {@link ApplicationReader}.
 */
public final class TypedFields {
  private enum Type {
    BOOLEAN,
    INTEGER;

    /** What is neither this nor left out. */
    boolean refuses(Value value) {
      return switch (value) {
        case Value.Null ignored -> false;
        case Value.Bool ignored -> this != BOOLEAN;
        case Value.Int ignored -> this != INTEGER;
        case Value.Float ignored -> this != INTEGER;
        case Value.Text ignored -> true;
      };
    }

    String word() {
      return this == BOOLEAN ? "boolean" : "integer";
    }
  }

  private static final Map<String, Type> DIRECTORY = booleans("recurse", "disableExtensionFilter");
  private static final Map<String, Type> HELM =
      booleans(
          "ignoreMissingValueFiles",
          "passCredentials",
          "skipCrds",
          "skipSchemaValidation",
          "skipTests");
  private static final Map<String, Type> KUSTOMIZE =
      booleans(
          "commonAnnotationsEnvsubst",
          "forceCommonAnnotations",
          "forceCommonLabels",
          "ignoreMissingComponents",
          "labelIncludeTemplates",
          "labelWithoutSelector");
  private static final Map<String, Type> AUTOMATED =
      booleans("allowEmpty", "enabled", "prune", "selfHeal");

  private static final Map<String, Type> APPLICATION_SET =
      booleans("goTemplate", "applyNestedSelectors");
  private static final Map<String, Type> PARAMETER = booleans("forceString");
  private static final Map<String, Type> SPEC = Map.of("revisionHistoryLimit", Type.INTEGER);
  private static final Map<String, Type> RETRY =
      Map.of("limit", Type.INTEGER, "refresh", Type.BOOLEAN);
  private static final Map<String, Type> BACKOFF = Map.of("factor", Type.INTEGER);

  private final List<Wrong> wrong = new ArrayList<>();

  private TypedFields() {}

  /**
   * A field of another type.
   *
   * @param field its path
   * @param type what it has to be, {@code boolean} or {@code integer}
   */
  public record Wrong(String field, String type, Scalar value) {}

  /**
   * Those of a specification, in order.
   *
   * @param where its own path
   */
  public static List<Wrong> ofApplication(String where, Mapping spec) {
    var fields = new TypedFields();
    fields.check(where, spec);
    return List.copyOf(fields.wrong);
  }

  /** Those of an ApplicationSet, with its template. */
  public static List<Wrong> ofApplicationSet(Mapping spec) {
    var fields = new TypedFields();
    fields.types("spec", spec, APPLICATION_SET);
    fields.check(
        "spec.template.spec",
        spec.mapping("template")
            .flatMap(template -> template.mapping("spec"))
            .orElse(Mapping.EMPTY));
    return List.copyOf(fields.wrong);
  }

  private static Map<String, Type> booleans(String... names) {
    var types = new HashMap<String, Type>();
    for (String name : names) {
      types.put(name, Type.BOOLEAN);
    }
    return Map.copyOf(types);
  }

  /** Asked of every Application of an estate: nothing is put together that nobody reads. */
  private void check(String where, Mapping spec) {
    types(where, spec, SPEC);
    Mapping single = spec.mapping("source").orElse(Mapping.EMPTY);
    source(where, ".source", single);
    List<Node> sources = items(spec, "sources");
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i) instanceof Mapping source) {
        source(where, ".sources[" + i + "]", source);
      }
    }
    Mapping policy = spec.mapping("syncPolicy").orElse(Mapping.EMPTY);
    below(where, ".syncPolicy.automated", policy, "automated", AUTOMATED);
    Mapping retry = below(where, ".syncPolicy.retry", policy, "retry", RETRY);
    below(where, ".syncPolicy.retry.backoff", retry, "backoff", BACKOFF);
  }

  private void source(String where, String place, Mapping source) {
    if (!source.has("directory") && !source.has("kustomize") && !source.has("helm")) {
      return; // as of most
    }
    below(where, place + ".directory", source, "directory", DIRECTORY);
    below(where, place + ".kustomize", source, "kustomize", KUSTOMIZE);
    Mapping helm = below(where, place + ".helm", source, "helm", HELM);
    List<Node> parameters = items(helm, "parameters");
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i) instanceof Mapping parameter) {
        types(where + place + ".helm.parameters[" + i + "]", parameter, PARAMETER);
      }
    }
  }

  private Mapping below(
      String where, String place, Mapping mapping, String key, Map<String, Type> types) {
    Mapping below = mapping.mapping(key).orElse(Mapping.EMPTY);
    if (!below.isEmpty()) {
      types(where, place, below, types);
    }
    return below;
  }

  private void types(String where, Mapping mapping, Map<String, Type> types) {
    types(where, "", mapping, types);
  }

  private void types(String where, String place, Mapping mapping, Map<String, Type> types) {
    for (Mapping.Entry entry : mapping.entries()) {
      Type type = types.get(entry.name());
      if (type != null
          && entry.value() instanceof Scalar scalar
          && type.refuses(ArgoScalars.read(scalar))) {
        wrong.add(new Wrong(where + place + "." + entry.name(), type.word(), scalar));
      }
    }
  }

  private static List<Node> items(Mapping mapping, String key) {
    return mapping.sequence(key).map(Sequence::items).orElse(List.of());
  }
}
