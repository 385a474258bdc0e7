package dev.layerscope.argocd;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.List;
import java.util.Optional;

/**
 * An ApplicationSet as declared: a template, and generators that fill it (specification §6).
 *
 * @param generators the entries of {@code spec.generators} as written; what is no mapping is an
 *     empty one
 * @param template {@code spec.template}
 * @param templatePatch laid over each rendered Application
 * @param options {@code goTemplateOptions}
 * @param keepsResources {@code syncPolicy.preserveResourcesOnDeletion}: no finalizer is added
 */
public record ApplicationSet(
    String name,
    List<Mapping> generators,
    Mapping template,
    Optional<String> templatePatch,
    boolean goTemplate,
    List<String> options,
    boolean keepsResources,
    Manifest manifest) {
  public ApplicationSet {
    generators = List.copyOf(generators);
    options = List.copyOf(options);
  }

  /** Reads a manifest of kind ApplicationSet. What is missing is empty. */
  public static ApplicationSet of(Manifest manifest) {
    Mapping spec = manifest.root().mapping("spec").orElse(Mapping.EMPTY);
    return new ApplicationSet(
        manifest.name(),
        mappings(spec.get("generators")),
        spec.mapping("template").orElse(Mapping.EMPTY),
        spec.textAt("templatePatch").filter(patch -> !patch.isEmpty()),
        isTrue(spec.get("goTemplate")),
        texts(spec.get("goTemplateOptions")),
        isTrue(spec.at("syncPolicy", "preserveResourcesOnDeletion")),
        manifest);
  }

  /** The mappings of a list; an empty one stands for everything else. */
  public static List<Mapping> mappings(Optional<Node> list) {
    return items(list).stream()
        .map(item -> item instanceof Mapping mapping ? mapping : Mapping.EMPTY)
        .toList();
  }

  private static List<String> texts(Optional<Node> list) {
    return items(list).stream().flatMap(item -> item.asText().stream()).toList();
  }

  private static List<Node> items(Optional<Node> list) {
    return list.orElse(Mapping.EMPTY) instanceof Sequence sequence ? sequence.items() : List.of();
  }

  /** Whether a value is there and true. */
  public static boolean isTrue(Optional<Node> node) {
    return node.orElse(Mapping.EMPTY) instanceof Scalar scalar
        && ArgoScalars.read(scalar) instanceof Value.Bool bool
        && bool.value();
  }
}
