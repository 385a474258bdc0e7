package dev.layerscope.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What an earlier {@code check --format json} found, so that only news is told. */
public final class Baseline {
  private Baseline() {}

  /**
   * The fingerprints in the report of an earlier run.
   *
   * @return empty when the text is no such report
   */
  public static Optional<Set<String>> read(String text) {
    try {
      JsonNode findings = new ObjectMapper().readTree(text).path("findings");
      if (!findings.isArray()) {
        return Optional.empty();
      }
      Set<String> fingerprints = new LinkedHashSet<>();
      findings.forEach(finding -> fingerprints.add(finding.path("fingerprint").asText()));
      return Optional.of(fingerprints);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
