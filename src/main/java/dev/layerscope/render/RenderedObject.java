package dev.layerscope.render;

import dev.layerscope.finding.Location;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * As much of a rendered object as those need who look at all objects of an estate: little enough to
 * be kept for every object of ten thousand Applications.
 *
 * @param key with the namespace it is applied to
 * @param place the line its manifest begins on
 * @param annotations those that Argo CD heeds: {@code argocd.argoproj.io/…} and {@code helm.sh/…}
 * @param whole the object itself, for the few kinds whose content says something about others; of a
 *     custom resource definition without its schemas
 */
public record RenderedObject(
    Gvk gvk,
    ResourceKey key,
    Location place,
    Map<String, String> annotations,
    Optional<Manifest> whole) {
  private static final Set<String> TOLD =
      Set.of(
          "Namespace",
          "operators.coreos.com/Subscription",
          "operators.coreos.com/OperatorGroup",
          "operators.coreos.com/ClusterServiceVersion",
          "argoproj.io/ArgoCD",
          "argoproj.io/AppProject",
          "project.openshift.io/Project",
          "project.openshift.io/ProjectRequest");

  public RenderedObject {
    annotations = Map.copyOf(annotations);
  }

  /** The summary of an object as it was rendered. */
  public static RenderedObject of(Manifest manifest) {
    return new RenderedObject(
        manifest.gvk(),
        manifest.key(),
        manifest.location(),
        annotations(manifest),
        whole(manifest));
  }

  /**
   * The summary where an object without a namespace of its own goes.
   *
   * @param manifest the object this is the summary of
   */
  RenderedObject in(String namespace, Manifest manifest) {
    return new RenderedObject(
        gvk,
        new ResourceKey(key.group(), key.kind(), namespace, key.name()),
        place,
        annotations,
        whole.isEmpty() ? whole : whole(manifest.inNamespace(namespace)));
  }

  private static Map<String, String> annotations(Manifest manifest) {
    Mapping all =
        manifest
            .root()
            .mapping("metadata")
            .flatMap(m -> m.mapping("annotations"))
            .orElse(Mapping.EMPTY);
    var heeded = new LinkedHashMap<String, String>();
    for (Mapping.Entry entry : all.entries()) {
      String name = entry.name();
      if (name.startsWith("argocd.argoproj.io/") || name.startsWith("helm.sh/")) {
        entry.value().asText().ifPresent(text -> heeded.put(name, text));
      }
    }
    return heeded;
  }

  private static Optional<Manifest> whole(Manifest manifest) {
    if (Scopes.isDefinition(manifest.gvk())) {
      return Optional.of(withoutSchemas(manifest));
    }
    boolean settings =
        manifest.gvk().groupKind().equals("ConfigMap") && manifest.name().startsWith("argocd-");
    return settings || TOLD.contains(manifest.gvk().groupKind())
        ? Optional.of(manifest)
        : Optional.empty();
  }

  /** The schemas of a definition are long, and nobody above asks for them. */
  private static Manifest withoutSchemas(Manifest manifest) {
    Mapping spec = manifest.root().mapping("spec").orElse(Mapping.EMPTY);
    Mapping kept = Mapping.EMPTY;
    for (String field : new String[] {"group", "names", "scope"}) {
      Optional<Node> value = spec.get(field);
      kept = value.isPresent() ? kept.with(field, value.get()) : kept;
    }
    return new Manifest(
        manifest.gvk(),
        manifest.namespace(),
        manifest.name(),
        Mapping.EMPTY.with("spec", kept),
        manifest.origin());
  }
}
