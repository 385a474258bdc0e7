package dev.layerscope.render;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.manifest.Manifest;
import java.util.List;

/**
 * What one source, or a whole Application, renders to.
 *
 * @param manifests in the order rendered; empty when Argo CD would fail
 * @param certainty how far the manifests are what Argo CD would make
 * @param findings what is wrong on the way
 */
public record Rendered(SourceType type, List<Manifest> manifests, Certainty certainty, List<Finding> findings) {
  public Rendered {
    manifests = List.copyOf(manifests);
    findings = List.copyOf(findings);
  }

  /** Argo CD would report this and apply nothing. */
  public static Rendered failed(SourceType type, Finding finding) {
    return new Rendered(type, List.of(), Certainty.EXACT, List.of(finding));
  }

  /** Cannot be known from git. */
  public static Rendered opaque(SourceType type, String why, List<Finding> findings) {
    return new Rendered(type, List.of(), Certainty.opaque(why), findings);
  }
}
