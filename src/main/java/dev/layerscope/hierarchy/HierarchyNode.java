package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Application;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Severity;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.RenderedObject;
import dev.layerscope.render.generator.Generated;
import java.util.List;
import java.util.Optional;

/**
 * One thing in the hierarchy: an Application, ApplicationSet, AppProject, or a Group of plain
 * manifests.
 *
 * @param label what a person calls it: its name, or a Group's folder
 * @param manifest what declares it; for a Group, the first manifest of the folder
 * @param application when it is one that could be read
 * @param sources with the commits they were read at; empty for projects and groups
 * @param certainty how sure the answer about it and its children is
 * @param unresolved why its sources could not be looked into, in words for a card; empty when they
 *     could
 * @param dormant why no Argo CD will ever act on it; empty for a live one
 * @param rendered what its sources render, counted
 * @param objects what its sources render, one by one, in the order rendered; empty for a Group,
 *     whose objects are its Application's
 * @param layer the label of the repository's layer
 * @param findings about this node
 */
public record HierarchyNode(
    NodeId id,
    String label,
    Manifest manifest,
    Optional<Application> application,
    List<ResolvedSource> sources,
    Certainty certainty,
    Optional<String> unresolved,
    Optional<String> dormant,
    RenderedCount rendered,
    List<RenderedObject> objects,
    String layer,
    List<Finding> findings) {
  /** What one is called whose manifest has no name, or one that is no text. */
  private static final String NAMELESS = "(no name)";

  public HierarchyNode {
    sources = List.copyOf(sources);
    objects = List.copyOf(objects);
    findings = List.copyOf(findings);
  }

  /** A node that is declared and not looked into yet. */
  static HierarchyNode declared(
      NodeId id,
      Manifest manifest,
      Optional<Application> application,
      Certainty certainty,
      Optional<String> dormant,
      String layer) {
    return new HierarchyNode(
        id,
        id.name().isBlank() ? NAMELESS : id.name(),
        manifest,
        application,
        List.of(),
        certainty,
        Optional.empty(),
        dormant,
        RenderedCount.NONE,
        List.of(),
        layer,
        List.of());
  }

  /** A folder of plain manifests, of which there is at least one. */
  static HierarchyNode group(
      NodeId id, String label, List<Manifest> manifests, Certainty certainty, String layer) {
    return new HierarchyNode(
        id,
        label,
        manifests.getFirst(),
        Optional.empty(),
        List.of(),
        certainty,
        Optional.empty(),
        Optional.empty(),
        RenderedCount.of(manifests),
        List.of(),
        layer,
        List.of());
  }

  public NodeKind kind() {
    return id.kind();
  }

  public String name() {
    return id.name();
  }

  /** How many findings of a severity it has. */
  public long count(Severity severity) {
    long count = 0;
    for (Finding finding : findings) {
      count += finding.severity() == severity ? 1 : 0;
    }
    return count;
  }

  /**
   * Whether this is the part of a layer that waits for the other: its name or its only path ends in
   * "res".
   */
  public boolean isResources() {
    return endsInWord(id.name(), "res", "resources")
        || sources.size() == 1
            && sources
                .getFirst()
                .declared()
                .path()
                .filter(p -> endsInWord(p, "res", "resources"))
                .isPresent();
  }

  private static boolean endsInWord(String text, String... words) {
    String last = text.substring(Math.max(text.lastIndexOf('-'), text.lastIndexOf('/')) + 1);
    return List.of(words).contains(last);
  }

  /** The same ApplicationSet with what it generates. */
  HierarchyNode generated(Generated generated) {
    return new HierarchyNode(
        id,
        label,
        manifest,
        application,
        sources,
        certainty.and(generated.certainty()),
        unresolved,
        dormant,
        RenderedCount.of(generated.applications()),
        objects,
        layer,
        findings);
  }

  HierarchyNode withFindings(List<Finding> other) {
    return new HierarchyNode(
        id,
        label,
        manifest,
        application,
        sources,
        certainty,
        unresolved,
        dormant,
        rendered,
        objects,
        layer,
        other);
  }
}
