package dev.layerscope.render.helm;

import java.util.List;
import java.util.Optional;

/**
 * What a chart may ask about its release and its cluster (specification §5.1).
 *
 * @param name of the release
 * @param namespace empty when nobody says: Helm takes {@code default}
 * @param kubeVersion empty when nobody knows
 * @param apiVersions besides those that Helm knows; empty when nobody knows
 */
public record Release(
    String name, String namespace, Optional<String> kubeVersion, List<String> apiVersions) {
  public Release {
    apiVersions = List.copyOf(apiVersions);
  }
}
