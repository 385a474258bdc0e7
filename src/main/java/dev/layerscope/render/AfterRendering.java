package dev.layerscope.render;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.manifest.Scope;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Argo CD does to the objects of all sources together before it compares and applies them
 * (§3.9). One use.
 */
final class AfterRendering {
  private final String namespace;
  private final String server;
  private final Settings settings;
  private Certainty filtered = Certainty.EXACT;
  private final List<Finding> findings = new ArrayList<>();

  private AfterRendering(Destination destination, Settings settings) {
    this.namespace = destination.namespace().orElse("");
    this.server =
        destination.isInCluster() ? Destination.IN_CLUSTER_SERVER : destination.server().orElse("");
    this.settings = settings;
  }

  static Rendered of(
      List<Rendered> sources, Destination destination, Settings settings, Scopes scopes) {
    return new AfterRendering(destination, settings).all(sources, scopes);
  }

  private Rendered all(List<Rendered> sources, Scopes scopes) {
    SourceType type =
        sources.stream()
            .map(Rendered::type)
            .filter(t -> t != SourceType.REF)
            .findFirst()
            .orElse(SourceType.REF);
    sources.forEach(source -> findings.addAll(source.findings()));
    if (sources.stream().anyMatch(Rendered::failed)) {
      return Rendered.failed(type, findings);
    }
    var expanded = new ArrayList<Manifest>();
    for (Rendered source : sources) {
      for (Manifest manifest : source.manifests()) {
        Optional<Finding> error = expand(manifest, expanded).or(() -> metadata(manifest));
        if (error.isPresent()) {
          findings.addFirst(error.get());
          return Rendered.failed(type, findings);
        }
      }
    }
    Certainty certainty = Certainty.weakest(sources.stream().map(Rendered::certainty).toList());
    List<Group> groups = sources.stream().flatMap(source -> source.groups().stream()).toList();
    List<Manifest> unique = unique(expanded, scopes.with(expanded));
    return new Rendered(type, unique, certainty.and(filtered), findings, groups, false);
  }

  /** Whatever has a list called {@code items} is one, whatever its kind. */
  private Optional<Finding> expand(Manifest manifest, List<Manifest> expanded) {
    Optional<Node> items = manifest.root().get("items");
    if (items.isPresent() && items.get() instanceof Sequence list) {
      for (Node item : list.items()) {
        Optional<Manifest> one =
            item instanceof Mapping mapping
                ? Manifest.of(mapping, manifest.origin())
                : Optional.empty();
        if (one.isEmpty()) {
          return Optional.of(notAnObject(manifest, item));
        }
        Optional<Finding> error = metadata(one.get());
        if (error.isPresent()) {
          return error;
        }
        expanded.add(one.get());
      }
      return Optional.empty();
    }
    boolean nothing =
        items.isPresent()
            && items.get().isNull()
            && !manifest.root().has("spec")
            && !manifest.root().has("status");
    if (!nothing) {
      expanded.add(manifest);
    }
    return Optional.empty();
  }

  private static Finding notAnObject(Manifest list, Node item) {
    String why =
        item instanceof Mapping
            ? "Object 'Kind' is missing in an item of "
            : "items member is not an object in ";
    return Finding.of(
        FindingCode.MANIFEST_UNREADABLE_ERROR,
        why + list.gvk().kind() + (list.name().isEmpty() ? "" : " " + list.name()),
        list.origin()
            .line(item.place().line() > 0 ? item.place().line() : list.root().place().line()));
  }

  /**
   * Argo CD adds its tracking id to every object but definitions, and stumbles over labels that are
   * no strings.
   */
  private static Optional<Finding> metadata(Manifest manifest) {
    if (Scopes.isDefinition(manifest.gvk())
        || manifest.root().get("items").filter(Sequence.class::isInstance).isPresent()) {
      return Optional.empty();
    }
    Mapping metadata = manifest.root().mapping("metadata").orElse(Mapping.EMPTY);
    for (String field : List.of("annotations", "labels")) {
      Optional<Mapping> map = metadata.mapping(field);
      if (map.isPresent()) {
        for (Mapping.Entry entry : map.get().entries()) {
          if (entry.value().asText().isEmpty()) {
            return Optional.of(notString(manifest, field, entry));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Finding notString(Manifest manifest, String field, Mapping.Entry entry) {
    String message =
        "failed to set app instance tracking info on manifest: failed to get %s from target object"
            + " %s %s/%s: .metadata.%s accessor error: contains non-string value in the map under"
            + " key \"%s\"";
    return Finding.of(
        FindingCode.NON_STRING_METADATA_ERROR,
        message.formatted(
            field,
            manifest.gvk().groupKind(),
            manifest.namespace(),
            manifest.name(),
            field,
            entry.name()),
        manifest.origin().line(Math.max(entry.key().place().line(), 0)));
  }

  /** Fills in namespaces, then keeps the last of several objects of one key. */
  private List<Manifest> unique(List<Manifest> expanded, Scopes scopes) {
    Map<ResourceKey, List<Manifest>> byKey = new LinkedHashMap<>();
    for (int i = 0; i < expanded.size(); i++) {
      Manifest placed = inNamespace(expanded.get(i), scopes);
      ResourceKey key = placed.key();
      if (key.name().isEmpty()) {
        key = numbered(key, placed, i);
      }
      byKey.computeIfAbsent(key, ignored -> new ArrayList<>(1)).add(placed);
    }
    var kept = new ArrayList<Manifest>();
    byKey.forEach((key, same) -> {
      if (same.size() > 1) {
        findings.add(repeated(key, same));
      }
      Manifest last = same.getLast();
      if (settings.resources().excludes(last.gvk(), server)) {
        findings.add(excluded(last));
        filtered = filtered.and(settings.certaintyOf("resource.exclusions", "resource.inclusions"));
      } else {
        kept.add(last);
      }
    });
    return kept;
  }

  /** Objects that get their names from the cluster are never the same one. */
  private static ResourceKey numbered(ResourceKey key, Manifest manifest, int number) {
    return manifest
        .root()
        .textAt("metadata", "generateName")
        .map(name -> new ResourceKey(key.group(), key.kind(), key.namespace(), name + number))
        .orElse(key);
  }

  private Manifest inNamespace(Manifest manifest, Scopes scopes) {
    if (scopes.of(manifest.gvk()) == Scope.CLUSTER) {
      return manifest.inNamespace("");
    }
    return manifest.namespace().isEmpty() ? manifest.inNamespace(namespace) : manifest;
  }

  private static Finding repeated(ResourceKey key, List<Manifest> same) {
    String text = key.group() + "/" + key.kind() + "/" + key.namespace() + "/" + key.name();
    return new Finding(
        FindingCode.REPEATED_RESOURCE_WARNING,
        "Resource %s appeared %d times among application resources.".formatted(text, same.size()),
        same.reversed().stream().map(Manifest::location).toList());
  }

  private static Finding excluded(Manifest manifest) {
    Location location = manifest.location();
    return Finding.of(
        FindingCode.EXCLUDED_RESOURCE_WARNING,
        "Resource %s/%s %s is excluded in the settings"
            .formatted(manifest.gvk().group(), manifest.gvk().kind(), manifest.name()),
        location);
  }
}
