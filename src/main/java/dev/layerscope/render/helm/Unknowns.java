package dev.layerscope.render.helm;

import dev.layerscope.finding.Certainty;
import dev.layerscope.render.helm.chart.Chart;
import dev.layerscope.render.helm.worker.Request;
import java.util.Set;

/** What an answer of Helm's depends on that git does not show, by name. */
final class Unknowns {
  private Unknowns() {}

  /** What can be told before rendering. */
  static Certainty of(OfflineChart offline, Release release, HelmRenderer.Values values) {
    Certainty sure = Certainty.EXACT;
    if (release.kubeVersion().isEmpty() && offline.asksKubeVersion()) {
      sure = sure.and(Certainty.assumed("the Kubernetes version: Helm's default"));
    }
    if (release.apiVersions().isEmpty() && offline.asksApiVersions()) {
      sure = sure.and(Certainty.assumed("the cluster's API versions: Helm's defaults"));
    }
    for (String what : values.parameters().inexact()) {
      sure = sure.and(Certainty.approximate(what));
    }
    for (String what : offline.chart().borrowed()) {
      sure = sure.and(Certainty.assumed("dependency " + what));
    }
    return sure;
  }

  /** A version of Kubernetes that was chosen because the chart takes no other. */
  static Certainty cluster(String version) {
    return Certainty.assumed(
        "the Kubernetes version: %s, since the chart refuses Helm's default".formatted(version));
  }

  /** Dependencies that the values switch on and that nobody has. */
  static Certainty missing(Chart chart, Set<String> subchartsInUse) {
    Certainty sure = Certainty.EXACT;
    for (Chart.Dependency dependency : chart.missing()) {
      if (subchartsInUse.contains("charts/" + dependency.name() + "/")) {
        sure =
            sure.and(
                Certainty.lacking(
                    Certainty.Level.APPROXIMATE,
                    "rendered without the dependency " + dependency.display()));
      }
    }
    return sure;
  }

  /** Whether two renderings may differ; only a second one can tell. */
  static boolean mayBeRandom(OfflineChart offline, Request request) {
    return offline.mayBeRandom()
        || request.values().stream().anyMatch(v -> OfflineChart.random(v.text()));
  }
}
