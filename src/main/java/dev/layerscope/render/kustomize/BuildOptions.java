package dev.layerscope.render.kustomize;

import dev.layerscope.finding.Certainty;

/**
 * How {@code kustomize build} is called.
 *
 * @param legacyOrder sort the output by kind, as the command line does by default
 * @param unrestricted files may be read from everywhere ({@code --load-restrictor
 *     LoadRestrictionsNone})
 * @param plugins programs may be run as plugins ({@code --enable-alpha-plugins}); not that anybody
 *     here runs them, but without it the tool refuses a kustomization that has some
 * @param certainty names flags that are not understood
 */
public record BuildOptions(
    boolean legacyOrder, boolean unrestricted, boolean plugins, Certainty certainty) {
  public static final BuildOptions DEFAULT = new BuildOptions(true, false, false, Certainty.EXACT);

  /** From the flags a control plane is set to. */
  public static BuildOptions parse(String flags) {
    boolean unrestricted = false;
    boolean plugins = false;
    Certainty certainty = Certainty.EXACT;
    String[] words = flags.strip().split("[\\s=]+");
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "", "--enable-helm", "--enable-exec", "--as-current-user" -> {}
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
    return new BuildOptions(true, unrestricted, plugins, certainty);
  }
}
