package dev.layerscope.render.helm;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.manifest.Manifest;
import java.util.List;

/**
 * What a chart renders to.
 *
 * @param manifests definitions first, then what Helm sorts, then hooks
 * @param failed Argo CD would report an error and apply nothing; one of the findings is that error
 */
public record Templated(
    List<Manifest> manifests, Certainty certainty, List<Finding> findings, boolean failed) {
  public Templated {
    manifests = List.copyOf(manifests);
    findings = List.copyOf(findings);
  }

  static Templated failed(Finding finding) {
    return new Templated(List.of(), Certainty.EXACT, List.of(finding), true);
  }

  static Templated opaque(String why) {
    return new Templated(List.of(), Certainty.opaque(why), List.of(), false);
  }
}
