package dev.layerscope.render;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one source, or a whole Application, renders to.
 *
 * @param type how; of several sources the first that renders
 * @param manifests in the order rendered; empty when Argo CD would fail
 * @param certainty how far the manifests are what Argo CD would make
 * @param findings what is wrong on the way
 * @param groups the first-level folders of a recursed directory source
 * @param failed Argo CD would report an error and apply nothing; one of the findings is that error
 */
public record Rendered(
    SourceType type,
    List<Manifest> manifests,
    Certainty certainty,
    List<Finding> findings,
    List<Group> groups,
    boolean failed) {
  public Rendered {
    manifests = List.copyOf(manifests);
    findings = List.copyOf(findings);
    groups = List.copyOf(groups);
  }

  /** Something that did not fail and has no groups. */
  public Rendered(
      SourceType type, List<Manifest> manifests, Certainty certainty, List<Finding> findings) {
    this(type, manifests, certainty, findings, List.of(), false);
  }

  /** The same, no surer than this. */
  public Rendered and(Certainty other) {
    return other.exact()
        ? this
        : new Rendered(type, manifests, certainty.and(other), findings, groups, failed);
  }

  /** The same with more findings, which come last. */
  Rendered with(List<Finding> more) {
    if (more.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(findings);
    all.addAll(more);
    return new Rendered(type, manifests, certainty, all, groups, failed);
  }

  /**
   * The same, read at other commits.
   *
   * @param moved the commits that take the place of those it was read at
   */
  Rendered movedTo(Map<Footing.Place, String> moved) {
    if (moved.entrySet().stream().allMatch(e -> e.getKey().commit().equals(e.getValue()))) {
      return this;
    }
    return new Rendered(
        type,
        manifests.stream().map(manifest -> moved(manifest, moved)).toList(),
        certainty,
        findings.stream().map(finding -> moved(finding, moved)).toList(),
        groups,
        failed);
  }

  private static Manifest moved(Manifest manifest, Map<Footing.Place, String> moved) {
    Origin origin = manifest.origin();
    String commit = moved.get(new Footing.Place(origin.repoUrl(), origin.commit()));
    return commit == null
        ? manifest
        : new Manifest(
            manifest.gvk(),
            manifest.namespace(),
            manifest.name(),
            manifest.root(),
            new Origin(origin.repoUrl(), commit, origin.path()));
  }

  private static Finding moved(Finding finding, Map<Footing.Place, String> moved) {
    return new Finding(
        finding.code(),
        finding.message(),
        finding.locations().stream()
            .map(at -> {
              String commit = moved.get(new Footing.Place(at.repoUrl(), at.revision()));
              return commit == null ? at : new Location(at.repoUrl(), commit, at.path(), at.line());
            })
            .toList(),
        finding.certainty(),
        finding.knownBy());
  }

  /** Argo CD would report this and apply nothing. */
  public static Rendered failed(SourceType type, Finding finding) {
    return failed(type, List.of(finding));
  }

  /** Argo CD would report the first of these and apply nothing. */
  public static Rendered failed(SourceType type, List<Finding> findings) {
    return new Rendered(type, List.of(), Certainty.EXACT, findings, List.of(), true);
  }

  /** Cannot be known from git. */
  public static Rendered opaque(SourceType type, String why, List<Finding> findings) {
    return new Rendered(type, List.of(), Certainty.opaque(why), findings);
  }
}
