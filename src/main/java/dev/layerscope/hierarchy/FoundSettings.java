package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import java.util.Optional;

/** Which settings found in git an answer about a child leans on. */
final class FoundSettings {
  private FoundSettings() {}

  /**
   * A child that lives because its namespace is watched, or because its parent's cluster is listed.
   */
  static Certainty ofChild(Settings settings, String namespace, Destination destination) {
    Certainty watched =
        namespace.equals(settings.namespace())
            ? Certainty.EXACT
            : settings.certaintyOf("application.namespaces");
    Certainty home =
        namespace.equals(settings.namespace())
            ? settings.certaintyOf("namespace")
            : Certainty.EXACT;
    Optional<Settings.Cluster> cluster =
        settings.clusters().stream()
            .filter(c -> c.name().equals(destination.cluster()))
            .findFirst();
    return watched
        .and(home)
        .and(cluster.map(c -> settings.certaintyOf("cluster " + c.name())).orElse(Certainty.EXACT));
  }
}
