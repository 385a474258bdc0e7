package dev.layerscope.render.kustomize;

import dev.layerscope.finding.Certainty;

/**
 * How {@code kustomize build} is called.
 *
 * @param legacyOrder sort the output by kind, as the command line does by default
 * @param unrestricted files may be read from everywhere ({@code --load-restrictor
 *     LoadRestrictionsNone})
 * @param certainty names flags that are not understood
 */
public record BuildOptions(boolean legacyOrder, boolean unrestricted, Certainty certainty) {
  public static final BuildOptions DEFAULT = new BuildOptions(true, false, Certainty.EXACT);

  /** From the flags a control plane is set to. */
  public static BuildOptions parse(String flags) {
    boolean unrestricted = false;
    Certainty certainty = Certainty.EXACT;
    String[] words = flags.strip().split("[\\s=]+");
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "",
            "--enable-helm",
            "--enable-alpha-plugins",
            "--enable-exec",
            "--as-current-user" -> {}
        case "--load-restrictor", "--load_restrictor" -> {
          i++;
          unrestricted =
              i < words.length
                  && (words[i].equals("LoadRestrictionsNone") || words[i].equals("none"));
        }
        default -> certainty = certainty.and(Certainty.approximate("build option " + words[i]));
      }
    }
    return new BuildOptions(true, unrestricted, certainty);
  }
}
