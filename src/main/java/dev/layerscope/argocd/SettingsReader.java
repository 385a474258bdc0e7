package dev.layerscope.argocd;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads the settings of a control plane from its own configuration (specification §14): the config
 * maps {@code argocd-cm} and {@code argocd-cmd-params-cm}, the operator's {@code ArgoCD} resource,
 * and cluster Secrets. Of a Secret nothing but name and address of the cluster is read.
 */
public final class SettingsReader {
  /** The names {@link #setting} knows. */
  public static final List<String> KEYS = SettingKeys.ALL;

  private static final String MAIN = "argocd-cm";
  private static final String PARAMETERS = "argocd-cmd-params-cm";

  private final Manifest manifest;
  private final List<Given> given = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private SettingsReader(Manifest manifest) {
    this.manifest = manifest;
  }

  /** What a manifest sets, in its order, and what Argo CD could not read of it. */
  public record Read(List<Given> given, List<Finding> findings) {
    public Read {
      given = List.copyOf(given);
      findings = List.copyOf(findings);
    }
  }

  /** Whether a manifest configures the Argo CD that runs in its namespace. */
  public static boolean isConfiguration(Manifest manifest) {
    return isConfigMap(manifest, MAIN)
        || isConfigMap(manifest, PARAMETERS)
        || isOperators(manifest)
        || ClusterSecret.is(manifest);
  }

  /** Whether it is the config map with most of an Argo CD's settings. */
  public static boolean isMain(Manifest manifest) {
    return isConfigMap(manifest, MAIN);
  }

  /** Whether it is the operator's resource: where that is, an Argo CD runs. */
  public static boolean isOperators(Manifest manifest) {
    return manifest.gvk().isArgo("ArgoCD");
  }

  /** Reads one manifest; anything but configuration sets nothing. */
  public static Read read(Manifest manifest) {
    var reader = new SettingsReader(manifest);
    if (isConfigMap(manifest, MAIN) || isConfigMap(manifest, PARAMETERS)) {
      reader.keys(manifest.root().mapping("data").orElse(Mapping.EMPTY));
    } else if (isOperators(manifest)) {
      reader.operators(manifest.root().mapping("spec").orElse(Mapping.EMPTY));
    } else {
      ClusterSecret.read(manifest)
          .ifPresent(cluster ->
              reader.give(
                  "cluster " + cluster.name(),
                  settings -> settings.withMoreClusters(List.of(cluster)),
                  manifest.root()));
    }
    return new Read(reader.given, reader.findings);
  }

  /**
   * A setting by its name in Argo CD's config maps, as the workspace says it; empty when the name
   * is not known or the value cannot be read.
   */
  public static Optional<Given> setting(String key, String value) {
    return SettingKeys.change(key, value) instanceof SettingKeys.Meaning.Change change
        ? Optional.of(Given.byWorkspace(key, change.change()))
        : Optional.empty();
  }

  private static boolean isConfigMap(Manifest manifest, String name) {
    Gvk gvk = manifest.gvk();
    return gvk.group().isEmpty() && gvk.kind().equals("ConfigMap") && manifest.name().equals(name);
  }

  private void keys(Mapping data) {
    for (Mapping.Entry entry : data.entries()) {
      Optional<String> text = entry.value().asText();
      text.ifPresent(value -> key(entry.name(), value, entry.value()));
    }
  }

  private void key(String name, String value, Node place) {
    switch (SettingKeys.change(name, value)) {
      case SettingKeys.Meaning.Change(UnaryOperator<Settings> change) -> give(name, change, place);
      case SettingKeys.Meaning.Unreadable(String why) ->
          findings.add(
              Finding.of(
                  FindingCode.SETTING_UNREADABLE_ERROR,
                  name + " of " + manifest.name() + " cannot be read: " + why,
                  manifest.origin().line(Math.max(place.place().line(), 0))));
      case SettingKeys.Meaning.Unknown ignored -> {}
    }
  }

  /** The operator writes its resource into the config maps; extraConfig beats its own fields. */
  private void operators(Mapping spec) {
    text(spec, "kustomizeBuildOptions", "kustomize.buildOptions");
    text(spec, "resourceTrackingMethod", "application.resourceTrackingMethod");
    text(spec, "applicationInstanceLabelKey", "application.instanceLabelKey");
    text(spec, "resourceExclusions", "resource.exclusions");
    text(spec, "resourceInclusions", "resource.inclusions");
    namespaces(spec);
    for (Node check : items(spec, "resourceHealthChecks")) {
      if (check instanceof Mapping mapping
          && mapping.textAt("group").orElse("").equals(Gvk.ARGO)
          && mapping.textAt("kind").orElse("").equals("Application")) {
        key(SettingKeys.APPLICATION_HEALTH, mapping.textAt("check").orElse(""), check);
      }
    }
    keys(spec.mapping("extraConfig").orElse(Mapping.EMPTY));
    keys(spec.mapping("cmdParams").orElse(Mapping.EMPTY));
  }

  private void namespaces(Mapping spec) {
    List<String> names =
        items(spec, "sourceNamespaces").stream().flatMap(item -> item.asText().stream()).toList();
    spec.get("sourceNamespaces")
        .filter(node -> !names.isEmpty())
        .ifPresent(node ->
            give(
                "application.namespaces",
                settings -> settings.withApplicationNamespaces(names),
                node));
  }

  private void text(Mapping spec, String field, String name) {
    spec.get(field).ifPresent(node -> node.asText().ifPresent(value -> key(name, value, node)));
  }

  private static List<Node> items(Mapping mapping, String key) {
    return mapping.sequence(key).map(Sequence::items).orElse(List.of());
  }

  private void give(String name, UnaryOperator<Settings> change, Node place) {
    int line = place.place().line();
    given.add(
        new Given(
            name,
            change,
            Optional.of(line > 0 ? manifest.origin().line(line) : manifest.location())));
  }
}
