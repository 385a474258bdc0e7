package dev.layerscope.render.kustomize;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.manifest.Manifest;
import java.util.List;

/**
 * What a kustomization builds.
 *
 * @param manifests in the order the tool prints them
 * @param failed the tool would refuse it; then there are no manifests
 */
public record Built(
    List<Manifest> manifests, Certainty certainty, List<Finding> findings, boolean failed) {
  public Built {
    manifests = List.copyOf(manifests);
    findings = List.copyOf(findings);
  }
}
