package dev.layerscope.hierarchy;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.Assembled;
import dev.layerscope.render.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of an Application's sources.
 *
 * @param whole what they render to together
 * @param certainty of the Application's own answer
 * @param inherited what its children cannot be surer than
 * @param unresolved why a source could not be looked into
 * @param configuration of an Argo CD: what they render of it, or what values say of it whose chart
 *     is not here
 * @param fromCommits whether nothing had a say but the Application and the commits its sources were
 *     read at
 */
public record RenderedApplication(
    List<ResolvedSource> sources,
    Assembled whole,
    Certainty certainty,
    Certainty inherited,
    Optional<String> unresolved,
    List<Manifest> configuration,
    boolean fromCommits) {
  public RenderedApplication {
    configuration = List.copyOf(configuration);
    sources = List.copyOf(sources);
  }

  /** The objects in the order Argo CD has them after rendering; empty when it would fail. */
  public List<Manifest> manifests() {
    return whole.manifests();
  }

  /** The first-level folders of a recursed directory source. */
  public List<Group> groups() {
    return whole.rest().groups();
  }

  /** What is wrong with them. */
  public List<Finding> findings() {
    var findings = new ArrayList<>(whole.rest().findings());
    findings.addAll(whole.plainSecrets());
    return findings;
  }
}
