package dev.layerscope.render.helm;

import dev.layerscope.git.version.SemanticVersion;
import dev.layerscope.git.version.VersionConstraint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Kubernetes a chart gets that refuses the one taken for granted. Argo CD tells a chart the
 * version of its cluster, which git does not show: a refusal of our own guess is no fault of the
 * repository's.
 */
final class ClusterVersion {
  private static final int NEWEST_MINOR = 50;
  private static final Pattern REFUSED =
      Pattern.compile("chart requires kubeVersion: (.+) which is incompatible with Kubernetes v");

  private ClusterVersion() {}

  /**
   * The newest version that suits the chart; empty when it failed for something else, or when none
   * does.
   *
   * @param error what Helm said
   */
  static Optional<String> wanted(String error) {
    Matcher refused = REFUSED.matcher(error);
    return refused.find()
        ? VersionConstraint.parse(refused.group(1)).flatMap(ClusterVersion::newest)
        : Optional.empty();
  }

  private static Optional<String> newest(VersionConstraint constraint) {
    for (int minor = NEWEST_MINOR; minor > 0; minor--) {
      String version = "1." + minor + ".0";
      if (SemanticVersion.parse(version).filter(constraint::allows).isPresent()) {
        return Optional.of("v" + version);
      }
    }
    return Optional.empty();
  }
}
