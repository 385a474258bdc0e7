package dev.layerscope.workspace;

import dev.layerscope.yaml.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file as {@link RecordBinding} binds it: every key optional, nothing filled in. Only {@link
 * WorkspaceDefaults} reads it.
 */
record WorkspaceYaml(
    @Nullable String name,
    @Nullable Argocd argocd,
    @Nullable List<Repository> repositories,
    @Nullable List<RootYaml> roots,
    @Nullable List<ControlPlane> controlPlanes,
    @Nullable List<ClusterYaml> clusters,
    @Nullable List<EnvironmentYaml> environments,
    @Nullable String charts,
    @Nullable String helm,
    @Nullable List<SampleYaml> samples,
    @Nullable List<KindYaml> kinds,
    @Nullable List<OperatorYaml> operators,
    @Nullable List<Ignore> ignore,
    @Nullable List<WaiverYaml> waivers) {

  record Argocd(
      @Nullable String namespace,
      @Nullable List<String> applicationNamespaces,
      @Nullable String version,
      @Nullable String kubeVersion,
      @Nullable List<String> apiVersions,
      @Nullable String kustomizeBuildOptions,
      @Nullable List<Node> plugins,
      @Nullable Map<String, String> settings) {}

  record Repository(
      @Nullable String url,
      @Nullable String remote,
      @Nullable String defaultBranch,
      @Nullable List<String> aliases,
      @Nullable String layer,
      @Key("clone") @Nullable String localClone,
      @Nullable String forkOf,
      @Nullable Integer depth) {}

  record RootYaml(
      @Nullable String name,
      @Nullable String manifest,
      @Nullable String repoURL,
      @Nullable String revision,
      @Nullable String path,
      @Nullable String namespace,
      @Nullable String controlPlane,
      @Nullable String of,
      @Nullable List<String> environments,
      @Nullable Map<String, String> labels) {}

  record ControlPlane(
      @Nullable String name,
      @Nullable String namespace,
      @Nullable List<String> applicationNamespaces,
      @Nullable String version,
      @Nullable String kubeVersion,
      @Nullable List<String> apiVersions,
      @Nullable String kustomizeBuildOptions,
      @Nullable List<Node> plugins,
      @Nullable Map<String, String> settings,
      @Nullable List<ClusterYaml> clusters) {
    Argocd argocd() {
      return new Argocd(
          namespace,
          applicationNamespaces,
          version,
          kubeVersion,
          apiVersions,
          kustomizeBuildOptions,
          plugins,
          settings);
    }
  }

  record ClusterYaml(
      @Nullable String name,
      @Nullable String server,
      @Nullable Map<String, String> labels,
      @Nullable Map<String, String> annotations) {}

  record EnvironmentYaml(
      @Nullable String name,
      @Nullable String branch,
      // a repository that takes no part has nothing there
      @Nullable Map<String, @Nullable String> branches) {}

  record SampleYaml(
      @Nullable String applicationSet, @Nullable List<Map<String, Node>> parameters) {}

  /** One kind, or a file of definitions. */
  record KindYaml(
      @Nullable String group,
      @Nullable String kind,
      @Nullable String scope,
      @Nullable Boolean provided,
      @Nullable String definitions) {}

  record OperatorYaml(
      @Key("package") @Nullable String packageName, @Nullable List<String> groups) {}

  record WaiverYaml(
      @Nullable String code,
      @Nullable String where,
      @Nullable String reason,
      @Nullable String until) {}

  /** One rule on what may differ. */
  record Ignore(
      @Nullable String name,
      @Nullable String profile,
      @Nullable Boolean off,
      @Nullable String path,
      @Nullable String regex,
      @Nullable String kind,
      @Nullable String application,
      @Nullable String object,
      @Nullable String reason,
      @Nullable String until) {}
}
