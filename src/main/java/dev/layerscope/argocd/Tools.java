package dev.layerscope.argocd;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings that decide how sources are rendered, and no others: equal tools render the same.
 *
 * @param kubeVersion,apiVersions of the cluster rendered for; git does not show them
 * @param kustomizeBuildOptions flags given to {@code kustomize build}
 * @param plugins names of config management plugins
 * @param disabled tools that are switched off
 * @param valueFileSchemes the schemes a Helm value file may be fetched by
 * @param maxDirectoryBytes limit of all files of a directory source together; 0 for none
 * @param outOfBoundsLinks whether a symbolic link may leave its repository
 */
public record Tools(
    Optional<String> kubeVersion,
    List<String> apiVersions,
    String kustomizeBuildOptions,
    List<String> plugins,
    Set<Tool> disabled,
    List<String> valueFileSchemes,
    long maxDirectoryBytes,
    boolean outOfBoundsLinks) {
  /** A tool that a control plane can switch off. */
  public enum Tool {
    KUSTOMIZE,
    HELM,
    JSONNET
  }

  /** Argo CD's defaults. */
  public static final Tools DEFAULT =
      new Tools(
          Optional.empty(),
          List.of(),
          "",
          List.of(),
          Set.of(),
          List.of("https", "http"),
          10_000_000,
          false);

  public Tools {
    apiVersions = List.copyOf(apiVersions);
    plugins = List.copyOf(plugins);
    disabled = Set.copyOf(disabled);
    valueFileSchemes = List.copyOf(valueFileSchemes);
  }

  public Tools withCluster(Optional<String> version, List<String> versions) {
    return new Tools(
        version,
        versions,
        kustomizeBuildOptions,
        plugins,
        disabled,
        valueFileSchemes,
        maxDirectoryBytes,
        outOfBoundsLinks);
  }

  public Tools withKustomizeBuildOptions(String other) {
    return new Tools(
        kubeVersion,
        apiVersions,
        other,
        plugins,
        disabled,
        valueFileSchemes,
        maxDirectoryBytes,
        outOfBoundsLinks);
  }

  public Tools withPlugins(List<String> other) {
    return new Tools(
        kubeVersion,
        apiVersions,
        kustomizeBuildOptions,
        other,
        disabled,
        valueFileSchemes,
        maxDirectoryBytes,
        outOfBoundsLinks);
  }

  public Tools withDisabled(Set<Tool> other) {
    return new Tools(
        kubeVersion,
        apiVersions,
        kustomizeBuildOptions,
        plugins,
        other,
        valueFileSchemes,
        maxDirectoryBytes,
        outOfBoundsLinks);
  }

  public Tools withValueFileSchemes(List<String> other) {
    return new Tools(
        kubeVersion,
        apiVersions,
        kustomizeBuildOptions,
        plugins,
        disabled,
        other,
        maxDirectoryBytes,
        outOfBoundsLinks);
  }

  public Tools withMaxDirectoryBytes(long other) {
    return new Tools(
        kubeVersion,
        apiVersions,
        kustomizeBuildOptions,
        plugins,
        disabled,
        valueFileSchemes,
        other,
        outOfBoundsLinks);
  }

  public Tools withOutOfBoundsLinks(boolean other) {
    return new Tools(
        kubeVersion,
        apiVersions,
        kustomizeBuildOptions,
        plugins,
        disabled,
        valueFileSchemes,
        maxDirectoryBytes,
        other);
  }
}
