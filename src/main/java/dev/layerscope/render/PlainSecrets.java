package dev.layerscope.render;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Secrets that stand in git in clear (mistake 45). */
final class PlainSecrets {
  private PlainSecrets() {}

  /** A finding for each Secret with values. */
  static List<Finding> of(List<Manifest> manifests) {
    var findings = new ArrayList<Finding>();
    for (Manifest manifest : manifests) {
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
