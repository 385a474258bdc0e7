package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.SettingsReader;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Severity;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.hierarchy.SourceReading.Looked;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.render.ArgoChart;
import dev.layerscope.render.Assembled;
import dev.layerscope.render.Rendered;
import dev.layerscope.render.Renderer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the sources of one Application rendered to, put together.
 *
 * @param looked in the order of the sources
 * @param chart what the Application would tell a chart of Argo CD itself
 */
record AllSources(
    Repositories repositories, Application application, List<Looked> looked, ArgoChart chart) {
  private static final Set<FindingCode> NOT_LOOKED_INTO =
      EnumSet.of(
          FindingCode.REPOSITORY_UNAVAILABLE_ERROR,
          FindingCode.REPOSITORY_EMPTY_ERROR,
          FindingCode.UNKNOWN_REPOSITORY_WARNING,
          FindingCode.UNRESOLVED_REVISION_ERROR,
          FindingCode.MISSING_PATH_ERROR,
          FindingCode.HYDRATION_PENDING_WARNING,
          FindingCode.PATH_NOT_DIRECTORY_ERROR,
          FindingCode.PATH_OUTSIDE_REPOSITORY_ERROR,
          FindingCode.INCOMPLETE_SOURCE_ERROR,
          FindingCode.MISSING_SOURCE_ERROR);

  /**
   * What they render to as a whole, told as Argo CD tells it.
   *
   * @param scopes of kinds, as far as they are known before anything is rendered
   * @param certainty what the answer cannot be surer than
   */
  RenderedApplication together(Renderer renderer, Scopes scopes, Certainty certainty) {
    var rendered = new ArrayList<Rendered>(looked.size());
    var sources = new ArrayList<ResolvedSource>(looked.size());
    boolean fromCommits = true;
    for (Looked one : looked) {
      rendered.add(one.rendered());
      sources.add(one.source());
      fromCommits &= one.fromCommits();
    }
    Assembled whole = renderer.afterRendering(rendered, application.destination(), scopes);
    Certainty inherited = certainty;
    for (Rendered one : rendered) {
      // A source that cannot be known says nothing about the children that come from the others.
      boolean opaque = one.certainty().level() == Certainty.Level.OPAQUE;
      inherited =
          opaque && one.manifests().isEmpty()
              ? inherited
              : inherited.and(one.certainty().ofWhatIsThere());
    }
    return new RenderedApplication(
        sources,
        whole,
        certainty.and(whole.rest().certainty()),
        inherited,
        unresolved(whole.rest()),
        configuration(whole),
        fromCommits);
  }

  private Optional<String> unresolved(Rendered whole) {
    if (application.sources().isEmpty()) {
      return Optional.of("no source that Argo CD would accept");
    }
    for (Finding finding : whole.findings()) {
      if (NOT_LOOKED_INTO.contains(finding.code())) {
        return Optional.of(finding.message());
      }
    }
    return whole.failed()
        ? whole.findings().stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .map(Finding::message)
            .findFirst()
        : Optional.empty();
  }

  /** Of what is rendered; else of what a chart would make of its values. */
  private List<Manifest> configuration(Assembled whole) {
    List<Manifest> rendered = whole.configuration();
    boolean complete = whole.rest().certainty().level().compareTo(Certainty.Level.ASSUMED) <= 0;
    if (complete || rendered.stream().anyMatch(SettingsReader::isMain)) {
      return rendered;
    }
    var all = new ArrayList<>(rendered);
    for (Looked one : looked) {
      ResolvedSource source = one.source();
      Optional<Snapshot> at =
          snapshot(repositories, source.declared(), source.revision().map(Revision::commit));
      if (source.declared().chart().isPresent() || at.isPresent()) {
        all.addAll(chart.configuration(source.declared(), at));
      }
    }
    return all;
  }

  /** The repository of a source at a commit; empty for a chart, and for what is not at hand. */
  static Optional<Snapshot> snapshot(
      Repositories repositories, Source source, Optional<String> commit) {
    return source.chart().isEmpty()
            && commit.isPresent()
            && repositories.at(source.repoURL())
                instanceof Repositories.Access.Available(RepoUrl ignored, Clone clone)
        ? clone.snapshot(commit.get())
        : Optional.empty();
  }
}
