package dev.layerscope.render.directory;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.manifest.Manifest;
import java.util.List;

/**
 * The manifests of a directory.
 *
 * @param manifests in the order Argo CD reads them; lists are not taken apart yet
 * @param failed Argo CD would refuse the whole Application; then there are no manifests
 */
public record Found(
    List<Manifest> manifests, Certainty certainty, List<Finding> findings, boolean failed) {
  public Found {
    manifests = List.copyOf(manifests);
    findings = List.copyOf(findings);
  }
}
