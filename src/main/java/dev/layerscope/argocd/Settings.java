package dev.layerscope.argocd;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a control plane is set to and git may not show (specification §14). Declared here, filled by
 * the workspace; one per control plane.
 *
 * @param namespace the control-plane namespace
 * @param applicationNamespaces further namespaces watched for Applications: globs, or regular
 *     expressions in slashes
 * @param version of Argo CD, {@code 3.5}
 * @param kustomizeBuildOptions flags given to {@code kustomize build}
 * @param plugins names of config management plugins
 * @param clusters the inventory: clusters this control plane knows
 */
public record Settings(
    String namespace,
    List<String> applicationNamespaces,
    String version,
    Optional<String> kubeVersion,
    List<String> apiVersions,
    String kustomizeBuildOptions,
    List<String> plugins,
    List<Cluster> clusters) {
  /** Argo CD's defaults: control plane {@code argocd}, newest version, nothing else known. */
  public static final Settings DEFAULT =
      new Settings(
          "argocd", List.of(), "3.5", Optional.empty(), List.of(), "", List.of(), List.of());

  public Settings {
    applicationNamespaces = List.copyOf(applicationNamespaces);
    apiVersions = List.copyOf(apiVersions);
    plugins = List.copyOf(plugins);
    clusters = List.copyOf(clusters);
  }

  /** One cluster of the inventory. */
  public record Cluster(
      String name, String server, Map<String, String> labels, Map<String, String> annotations) {
    public Cluster {
      labels = Map.copyOf(labels);
      annotations = Map.copyOf(annotations);
    }
  }
}
