package dev.layerscope.hierarchy;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.Group;
import java.util.List;
import java.util.Optional;

/**
 * What became of an Application's sources.
 *
 * @param manifests in the order Argo CD has them after rendering; empty when it would fail
 * @param certainty of the Application's own answer
 * @param inherited what its children cannot be surer than
 * @param unresolved why a source could not be looked into
 * @param fromCommits whether nothing had a say but the Application and the commits its sources were
 *     read at
 */
public record RenderedApplication(
    List<ResolvedSource> sources,
    List<Manifest> manifests,
    List<Group> groups,
    Certainty certainty,
    Certainty inherited,
    Optional<String> unresolved,
    List<Finding> findings,
    boolean fromCommits) {
  public RenderedApplication {
    sources = List.copyOf(sources);
    manifests = List.copyOf(manifests);
    groups = List.copyOf(groups);
    findings = List.copyOf(findings);
  }
}
