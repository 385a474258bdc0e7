package dev.layerscope.hierarchy;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.Rendered;
import java.util.ArrayList;
import java.util.List;

/**
 * Secrets that stand in git in clear (mistake 45). Looked for while the objects are at hand; they
 * are not kept.
 */
final class PlainSecrets {
  private PlainSecrets() {}

  /** The findings of a rendering, and one for each Secret with values. */
  static List<Finding> added(Rendered rendered) {
    var findings = new ArrayList<>(rendered.findings());
    for (Manifest manifest : rendered.manifests()) {
      if (manifest.gvk().group().isEmpty()
          && manifest.gvk().kind().equals("Secret")
          && hasValues(manifest)) {
        findings.add(
            Finding.of(
                FindingCode.PLAIN_SECRET_WARNING,
                "Secret "
                    + manifest.name()
                    + " stands in git in clear: whoever reads the repository reads its values",
                manifest.location()));
      }
    }
    return findings;
  }

  private static boolean hasValues(Manifest manifest) {
    return List.of("data", "stringData").stream()
        .anyMatch(
            key -> manifest.root().mapping(key).filter(values -> !values.isEmpty()).isPresent());
  }
}
