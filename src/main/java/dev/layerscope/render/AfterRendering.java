package dev.layerscope.render;

import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Scope;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Argo CD does to the objects of all sources together before it compares and applies them
 * (§3.9), as far as it is the same for every namespace they may go to. One use.
 */
final class AfterRendering {
  private final Settings settings;
  private final LeftAlone leftAlone;
  private final String server;
  private final List<Finding> findings = new ArrayList<>();

  private AfterRendering(Settings settings, LeftAlone leftAlone, String server) {
    this.settings = settings;
    this.leftAlone = leftAlone;
    this.server = server;
  }

  /**
   * @param server of the cluster they go to; empty when not known
   * @param leftAlone with the same settings
   */
  static Assembly of(
      List<Rendered> sources,
      String server,
      Settings settings,
      LeftAlone leftAlone,
      Scopes scopes) {
    return new AfterRendering(settings, leftAlone, server).all(sources, scopes);
  }

  private Assembly all(List<Rendered> sources, Scopes scopes) {
    SourceType type =
        sources.stream()
            .map(Rendered::type)
            .filter(t -> t != SourceType.REF)
            .findFirst()
            .orElse(SourceType.REF);
    sources.forEach(source -> findings.addAll(source.findings()));
    if (sources.stream().anyMatch(Rendered::failed)) {
      return Assembly.failed(Rendered.failed(type, findings));
    }
    var expanded = new ArrayList<Manifest>();
    for (Rendered source : sources) {
      for (Manifest manifest : source.manifests()) {
        Optional<Finding> error = expand(manifest, expanded).or(() -> metadata(manifest));
        if (error.isPresent()) {
          findings.addFirst(error.get());
          return Assembly.failed(Rendered.failed(type, findings));
        }
      }
    }
    Certainty certainty = Certainty.weakest(sources.stream().map(Rendered::certainty).toList());
    List<Group> groups = sources.stream().flatMap(source -> source.groups().stream()).toList();
    Scopes known = scopes.with(expanded);
    List<Assembly.Part> parts = expanded.stream().map(one -> part(one, known)).toList();
    return Assembly.of(
        new Rendered(type, List.of(), certainty, findings, groups, false),
        parts,
        settings.certaintyOf("resource.exclusions", "resource.inclusions"));
  }

  private Assembly.Part part(Manifest manifest, Scopes scopes) {
    boolean cluster = scopes.of(manifest.gvk()) == Scope.CLUSTER;
    Manifest placed = cluster ? manifest.inNamespace("") : manifest;
    return new Assembly.Part(
        placed,
        !cluster && placed.namespace().isEmpty(),
        leftAlone.has(placed.gvk(), server),
        RenderedObject.of(placed));
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
}
