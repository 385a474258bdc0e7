package dev.layerscope.argocd;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
    return but(draft -> {
      draft.kubeVersion = version;
      draft.apiVersions = versions;
    });
  }

  public Tools withKustomizeBuildOptions(String other) {
    return but(draft -> draft.kustomizeBuildOptions = other);
  }

  public Tools withPlugins(List<String> other) {
    return but(draft -> draft.plugins = other);
  }

  public Tools withDisabled(Set<Tool> other) {
    return but(draft -> draft.disabled = other);
  }

  public Tools withValueFileSchemes(List<String> other) {
    return but(draft -> draft.valueFileSchemes = other);
  }

  public Tools withMaxDirectoryBytes(long other) {
    return but(draft -> draft.maxDirectoryBytes = other);
  }

  public Tools withOutOfBoundsLinks(boolean other) {
    return but(draft -> draft.outOfBoundsLinks = other);
  }

  /** A copy to change before it is a value again. */
  private static final class Draft {
    private Optional<String> kubeVersion;
    private List<String> apiVersions;
    private String kustomizeBuildOptions;
    private List<String> plugins;
    private Set<Tool> disabled;
    private List<String> valueFileSchemes;
    private long maxDirectoryBytes;
    private boolean outOfBoundsLinks;

    Draft(Tools from) {
      this.kubeVersion = from.kubeVersion;
      this.apiVersions = from.apiVersions;
      this.kustomizeBuildOptions = from.kustomizeBuildOptions;
      this.plugins = from.plugins;
      this.disabled = from.disabled;
      this.valueFileSchemes = from.valueFileSchemes;
      this.maxDirectoryBytes = from.maxDirectoryBytes;
      this.outOfBoundsLinks = from.outOfBoundsLinks;
    }

    Tools finished() {
      return new Tools(
          kubeVersion,
          apiVersions,
          kustomizeBuildOptions,
          plugins,
          disabled,
          valueFileSchemes,
          maxDirectoryBytes,
          outOfBoundsLinks);
    }
  }

  private Tools but(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }
}
