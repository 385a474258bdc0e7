package dev.layerscope.argocd;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Nearest;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields an Application may have where people misspell them most. The API server prunes any
 * other without a word, so that {@code syncPolcy} switches automation off in silence (mistake 37).
 */
final class KnownFields {
  private static final Set<String> SPEC =
      Set.of(
          "project",
          "source",
          "sources",
          "sourceHydrator",
          "destination",
          "syncPolicy",
          "ignoreDifferences",
          "info",
          "revisionHistoryLimit");
  private static final Set<String> SOURCE =
      Set.of(
          "repoURL",
          "path",
          "targetRevision",
          "tagPrefix",
          "chart",
          "ref",
          "name",
          "helm",
          "kustomize",
          "directory",
          "plugin");
  private static final Map<String, Set<String>> BELOW_SPEC =
      Map.of(
          "source", SOURCE,
          "destination", Set.of("server", "name", "namespace"),
          "syncPolicy", Set.of("automated", "syncOptions", "retry", "managedNamespaceMetadata"));
  private static final Map<String, Set<String>> BELOW_SYNC_POLICY =
      Map.of(
          "automated", Set.of("prune", "selfHeal", "allowEmpty", "enabled"),
          "retry", Set.of("limit", "backoff", "refresh"));

  private final Manifest manifest;
  private final List<Finding> findings = new ArrayList<>();

  private KnownFields(Manifest manifest) {
    this.manifest = manifest;
  }

  /** One finding for each field that Argo CD does not know. */
  static List<Finding> check(Manifest manifest) {
    var fields = new KnownFields(manifest);
    Mapping spec = manifest.root().mapping("spec").orElse(Mapping.EMPTY);
    fields.check("spec", spec, SPEC);
    BELOW_SPEC.forEach(
        (key, known) -> spec.mapping(key).ifPresent(m -> fields.check("spec." + key, m, known)));
    Mapping policy = spec.mapping("syncPolicy").orElse(Mapping.EMPTY);
    BELOW_SYNC_POLICY.forEach((key, known) ->
        policy.mapping(key).ifPresent(m -> fields.check("spec.syncPolicy." + key, m, known)));
    spec.sequence("sources").map(Sequence::items).orElse(List.of()).stream()
        .filter(Mapping.class::isInstance)
        .forEach(source -> fields.check("spec.sources", (Mapping) source, SOURCE));
    return fields.findings;
  }

  private void check(String where, Mapping mapping, Set<String> known) {
    for (Mapping.Entry entry : mapping.entries()) {
      if (!known.contains(entry.name())) {
        int line = entry.key().place().line();
        findings.add(
            Finding.of(
                FindingCode.UNKNOWN_FIELD_WARNING,
                where
                    + "."
                    + entry.name()
                    + " is no field of an Application: it is dropped without a word"
                    + Nearest.question(entry.name(), known),
                line > 0 ? manifest.origin().line(line) : manifest.location()));
      }
    }
  }
}
