package dev.layerscope.render;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Origin;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.kustomize.tool.UsersTool;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns sources into manifests as Argo CD's repo server does. One per control plane; what was
 * rendered before is used again while everything it was made from is the same. Never throws for
 * what a repository holds. Safe for several threads; the same input gives the same output.
 */
public final class Renderer {
  /** The settings that decide what a source renders to, and of which the answer says so. */
  private static final Set<String> DECIDING =
      Set.of("kustomize.enable", "helm.enable", "kustomize.buildOptions");

  private final Settings settings;
  private final Repositories repositories;
  private final RenderMemory memory;
  private final HelmSources charts;
  private final PathSources paths;
  private final RenderMemory.Way way;
  private final Together together = new Together();
  private final LeftAlone leftAlone;

  /**
   * A renderer that remembers for itself and has no charts but those of the workspace's
   * repositories.
   */
  public Renderer(Settings settings, Repositories repositories) {
    this(settings, repositories, new RenderMemory(), HelmRenderer.of(repositories));
  }

  /** A renderer that asks no program of the user's. */
  public Renderer(
      Settings settings, Repositories repositories, RenderMemory memory, HelmRenderer helm) {
    this(settings, repositories, memory, helm, Optional.empty());
  }

  /**
   * @param memory,helm shared by the renderers of all control planes
   * @param tool asked about kustomizations that are not built exactly here
   */
  public Renderer(
      Settings settings,
      Repositories repositories,
      RenderMemory memory,
      HelmRenderer helm,
      Optional<UsersTool> tool) {
    this.settings = settings;
    this.leftAlone = new LeftAlone(settings.resources());
    this.repositories = repositories;
    this.memory = memory;
    this.charts = new HelmSources(settings, helm);
    var kustomizations = new KustomizeSources(settings, repositories, memory.parsed(), helm, tool);
    this.paths = new PathSources(settings, repositories, memory.parsed(), charts, kustomizations);
    var found = new HashMap<>(settings.found());
    found.keySet().retainAll(DECIDING);
    this.way = memory.way(settings.tools(), found);
  }

  /**
   * The manifests of one source.
   *
   * @param source in git; see {@link #chart} for others
   * @param snapshot the source's repository at its revision
   */
  public Rendered render(Source source, Snapshot snapshot, Context context) {
    return answer(source, snapshot, context).rendered();
  }

  /**
   * What a source renders to.
   *
   * @param fromCommits whether nothing but the source's commit, those of the sources that lend to
   *     it, and the context had a say
   */
  public record Answer(Rendered rendered, boolean fromCommits) {}

  /** The manifests of one source, and whether only commits decided what they are. */
  public Answer answer(Source source, Snapshot snapshot, Context context) {
    List<TreePath> bad =
        settings.tools().outOfBoundsLinks() ? List.of() : memory.symlinks().outOfBounds(snapshot);
    if (!bad.isEmpty()) {
      return new Answer(Rendered.failed(SourceType.UNKNOWN, outOfBounds(snapshot, bad)), true);
    }
    if (lendsOnly(source)) {
      return new Answer(new Rendered(SourceType.REF, List.of(), Certainty.EXACT, List.of()), true);
    }
    return memory.rendered(
        key(source, snapshot),
        new Circumstances(source, snapshot, context, settings),
        repositories,
        occasion -> paths.render(source, snapshot.recording(occasion.footing().reads()), occasion));
  }

  /**
   * Whether the manifests of a source were made from something at a place of a repository: its own
   * files, a base or a patch elsewhere, lent values. Empty when nobody remembers.
   */
  public Optional<Boolean> touches(
      Source source, Snapshot snapshot, Context context, RepoUrl url, TreePath place) {
    return lendsOnly(source)
        ? Optional.of(false)
        : memory.touches(
            key(source, snapshot),
            new Circumstances(source, snapshot, context, settings),
            repositories,
            url,
            place);
  }

  private RenderMemory.Key key(Source source, Snapshot snapshot) {
    return new RenderMemory.Key(way, snapshot.url().text(), source.anywhere());
  }

  /**
   * A source that is a chart of a Helm repository: what the workspace has of it, or a leaf.
   *
   * @param place of the source's declaration
   */
  public Rendered chart(Source source, Context context, Location place) {
    return charts.chart(source, context, place);
  }

  /** Whether a source has no path and so only lends its files to others. */
  private static boolean lendsOnly(Source source) {
    return source.path().orElse("").isEmpty();
  }

  /**
   * A source as it is rendered: with what the override files in its folder change. Empty when they
   * cannot be read or there is no such folder.
   */
  public Optional<Source> effective(Source source, Snapshot snapshot, Context context) {
    return AppPath.resolve(snapshot, source.path().orElse(""))
                instanceof AppPath.Directory(TreePath ignored, TreeEntry entry)
            && OverrideFiles.apply(
                    TypeDetection.normalized(source), snapshot, entry, context::instanceName)
                instanceof OverrideFiles.Effective.Merged(Source merged, var ignoredFindings)
        ? Optional.of(merged)
        : Optional.empty();
  }

  /**
   * What Argo CD makes of the objects of all sources of one Application (specification §3.9): lists
   * taken apart, namespaces filled in, the last of equal keys kept, excluded kinds dropped.
   *
   * @param sources in the order declared
   * @param destination gives the namespace of objects without one, and the cluster for exclusions
   * @param scopes what is known of kinds; definitions among the objects are heeded as well
   */
  public Assembled afterRendering(List<Rendered> sources, Destination destination, Scopes scopes) {
    return together.of(
        sources,
        destination,
        scopes,
        server -> AfterRendering.of(sources, server, settings, leftAlone, scopes));
  }

  private static Finding outOfBounds(Snapshot snapshot, List<TreePath> bad) {
    return new Finding(
        FindingCode.OUT_OF_BOUNDS_SYMLINK_ERROR,
        "repository contains out-of-bounds symlinks. file: " + bad.getFirst(),
        bad.stream().map(path -> Origin.of(snapshot, path).line(0)).toList());
  }
}
