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
import java.util.function.Function;

/** Reads an AppProject as Argo CD takes it (specification §8). */
public final class AppProjectReader {
  private AppProjectReader() {}

  /** Reads a manifest of kind AppProject. What has a wrong type counts as absent. */
  public static AppProject read(Manifest manifest) {
    Mapping spec = manifest.root().mapping("spec").orElse(Mapping.EMPTY);
    return new AppProject(
        manifest.name(),
        manifest.namespace(),
        text(spec, "description"),
        texts(spec, "sourceRepos"),
        each(spec, "destinations", AppProjectReader::destination),
        each(spec, "clusterResourceWhitelist", AppProjectReader::kind),
        each(spec, "clusterResourceBlacklist", AppProjectReader::kind),
        spec.sequence("namespaceResourceWhitelist")
            .map(list -> each(spec, "namespaceResourceWhitelist", AppProjectReader::kind)),
        each(spec, "namespaceResourceBlacklist", AppProjectReader::kind),
        texts(spec, "sourceNamespaces"),
        spec.get("permitOnlyProjectScopedClusters").filter(AppProjectReader::isTrue).isPresent(),
        each(spec, "destinationServiceAccounts", AppProjectReader::serviceAccount),
        each(spec, "roles", AppProjectReader::role),
        Optional.of(manifest));
  }

  private static AppProject.Destination destination(Mapping item) {
    return new AppProject.Destination(
        text(item, "server"), text(item, "name"), text(item, "namespace"));
  }

  private static AppProject.Kind kind(Mapping item) {
    return new AppProject.Kind(text(item, "group"), text(item, "kind"), text(item, "name"));
  }

  private static AppProject.ServiceAccount serviceAccount(Mapping item) {
    return new AppProject.ServiceAccount(
        text(item, "server"), text(item, "namespace"), text(item, "defaultServiceAccount"));
  }

  private static AppProject.Role role(Mapping item) {
    return new AppProject.Role(text(item, "name"), texts(item, "policies"), texts(item, "groups"));
  }

  private static <T> List<T> each(Mapping spec, String key, Function<Mapping, T> read) {
    return items(spec, key).stream()
        .filter(Mapping.class::isInstance)
        .map(item -> read.apply((Mapping) item))
        .toList();
  }

  private static List<String> texts(Mapping spec, String key) {
    return items(spec, key).stream().flatMap(item -> item.asText().stream()).toList();
  }

  private static List<Node> items(Mapping spec, String key) {
    return spec.sequence(key).map(Sequence::items).orElse(List.of());
  }

  private static String text(Mapping mapping, String key) {
    return mapping.textAt(key).orElse("");
  }

  private static boolean isTrue(Node node) {
    return node instanceof Scalar scalar && ArgoScalars.read(scalar).equals(new Value.Bool(true));
  }
}
