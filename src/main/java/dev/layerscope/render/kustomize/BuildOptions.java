package dev.layerscope.render.kustomize;

import dev.layerscope.finding.Certainty;
import java.util.List;
import java.util.Optional;

/**
 * How {@code kustomize build} is called.
 *
 * @param legacyOrder sort the output by kind, as the command line does by default
 * @param unrestricted files may be read from everywhere ({@code --load-restrictor
 *     LoadRestrictionsNone})
 * @param plugins programs may be run as plugins ({@code --enable-alpha-plugins}); not that anybody
 *     here runs them, but without it the tool refuses a kustomization that has some
 * @param helm charts may be inflated ({@code --enable-helm})
 * @param kubeVersion,apiVersions what charts are told about the cluster
 * @param certainty names flags that are not understood
 */
public record BuildOptions(
    boolean legacyOrder,
    boolean unrestricted,
    boolean plugins,
    boolean helm,
    Optional<String> kubeVersion,
    List<String> apiVersions,
    Certainty certainty) {
  public static final BuildOptions DEFAULT = new BuildOptions(true, false, false, Certainty.EXACT);

  public BuildOptions {
    apiVersions = List.copyOf(apiVersions);
  }

  /** Without charts. */
  public BuildOptions(
      boolean legacyOrder, boolean unrestricted, boolean plugins, Certainty certainty) {
    this(legacyOrder, unrestricted, plugins, false, Optional.empty(), List.of(), certainty);
  }

  /** The same for a cluster. */
  public BuildOptions forCluster(Optional<String> version, List<String> versions) {
    return new BuildOptions(legacyOrder, unrestricted, plugins, helm, version, versions, certainty);
  }

  /**
   * From the flags of a control plane, if anybody states them. Where nobody does, a kustomization
   * with a plugin is taken for a sign that its control plane allows plugins: the tool's refusal
   * would be one of our own guess.
   */
  public static BuildOptions ofControlPlane(String flags) {
    BuildOptions stated = parse(flags);
    return flags.isBlank()
        ? new BuildOptions(
            stated.legacyOrder,
            stated.unrestricted,
            true,
            stated.helm,
            Optional.empty(),
            List.of(),
            stated.certainty)
        : stated;
  }

  /** From the flags the tool is called with. */
  public static BuildOptions parse(String flags) {
    boolean unrestricted = false;
    boolean plugins = false;
    boolean helm = false;
    Certainty certainty = Certainty.EXACT;
    String[] words = flags.strip().split("[\\s=]+");
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "--enable-helm", "--enable_helm" -> helm = true;
        case "", "--enable-exec", "--as-current-user" -> {}
        // Starlark functions are programs, which nobody here runs; a Kustomize may not know the
        // flag.
        case "--enable-star", "--enable_star" ->
            certainty =
                certainty.and(Certainty.assumed("the control plane's Kustomize knows " + words[i]));
        case "--enable-alpha-plugins", "--enable_alpha_plugins" -> plugins = true;
        case "--load-restrictor", "--load_restrictor" -> {
          i++;
          unrestricted =
              i < words.length
                  && (words[i].equals("LoadRestrictionsNone") || words[i].equals("none"));
        }
        default -> certainty = certainty.and(Certainty.approximate("build option " + words[i]));
      }
    }
    return new BuildOptions(
        true, unrestricted, plugins, helm, Optional.empty(), List.of(), certainty);
  }
}
