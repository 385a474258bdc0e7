package dev.layerscope.render.generator;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.manifest.Manifest;
import java.util.List;

/**
 * What an ApplicationSet generates.
 *
 * @param applications those Argo CD would create; empty when it reports an error instead
 * @param certainty opaque when there may be more, or when nobody can know
 * @param inherited what the Applications that are known cannot be surer than
 * @param findings what is wrong, in Argo CD's words
 */
public record Generated(
    List<Manifest> applications, Certainty certainty, Certainty inherited, List<Finding> findings) {
  public Generated {
    applications = List.copyOf(applications);
    findings = List.copyOf(findings);
  }
}
