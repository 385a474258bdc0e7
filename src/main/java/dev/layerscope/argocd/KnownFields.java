package dev.layerscope.argocd;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Nearest;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
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
  private static final Set<String> DESTINATION = Set.of("server", "name", "namespace");
  private static final Set<String> SYNC_POLICY =
      Set.of("automated", "syncOptions", "retry", "managedNamespaceMetadata");
  private static final Set<String> AUTOMATED = Set.of("prune", "selfHeal", "allowEmpty", "enabled");
  private static final Set<String> RETRY = Set.of("limit", "backoff", "refresh");

  private final Manifest manifest;
  private final List<Finding> findings = new ArrayList<>();

  private KnownFields(Manifest manifest) {
    this.manifest = manifest;
  }

  /** One finding for each field that Argo CD does not know. */
  static List<Finding> check(Manifest manifest) {
    var fields = new KnownFields(manifest);
    Mapping spec = manifest.root().mapping("spec").orElse(Mapping.EMPTY);
    fields.check("spec", "", spec, SPEC);
    fields.below("spec", spec, "source", SOURCE);
    fields.below("spec", spec, "destination", DESTINATION);
    Mapping policy = fields.below("spec", spec, "syncPolicy", SYNC_POLICY);
    fields.below("spec.syncPolicy", policy, "automated", AUTOMATED);
    fields.below("spec.syncPolicy", policy, "retry", RETRY);
    for (Node source : spec.sequence("sources").map(Sequence::items).orElse(List.of())) {
      if (source instanceof Mapping mapping) {
        fields.check("spec", "sources", mapping, SOURCE);
      }
    }
    return fields.findings;
  }

  private Mapping below(String where, Mapping mapping, String key, Set<String> known) {
    Mapping below = mapping.mapping(key).orElse(Mapping.EMPTY);
    if (!below.isEmpty()) {
      check(where, key, below, known);
    }
    return below;
  }

  /**
   * @param key below that place; empty for the place itself
   */
  private void check(String where, String key, Mapping mapping, Set<String> known) {
    for (Mapping.Entry entry : mapping.entries()) {
      if (!known.contains(entry.name())) {
        int line = entry.key().place().line();
        findings.add(
            Finding.of(
                FindingCode.UNKNOWN_FIELD_WARNING,
                (key.isEmpty() ? where : where + "." + key)
                    + "."
                    + entry.name()
                    + " is no field of an Application: it is dropped without a word"
                    + Nearest.question(entry.name(), known),
                line > 0 ? manifest.origin().line(line) : manifest.location()));
      }
    }
  }
}
