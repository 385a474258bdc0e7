package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.SourceReading.Looked;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.render.ArgoChart;
import dev.layerscope.render.Context;
import dev.layerscope.render.RenderMemory;
import dev.layerscope.render.Renderer;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.kustomize.tool.UsersTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders all sources of an Application: finds their repositories and commits, renders each, and
 * puts the results together as Argo CD does. What was rendered once is not rendered again for the
 * same commit and parameters, so a layer shared by many roots costs once. Safe for several threads.
 */
public final class ApplicationRenderer {
  /** For renderers, which outlive a run. */
  private final Repositories lasting;

  private final Repositories repositories;
  private final HelmRenderer helm;
  private final Optional<UsersTool> tool;
  private final Scopes scopes;
  private final Map<Settings, Renderer> renderers;
  private final RenderMemory memory;
  private final GrowthMemory growth;
  private final Map<String, Chosen> chosen = new ConcurrentHashMap<>();

  private record Chosen(Settings settings, Renderer renderer) {}

  /** A renderer that has no charts but those of the workspace's repositories. */
  public ApplicationRenderer(Repositories repositories) {
    this(repositories, HelmRenderer.of(repositories), Optional.empty(), Scopes.BUILT_IN);
  }

  /**
   * @param helm with the charts that are at hand
   * @param tool of the user's, asked about kustomizations that are not built exactly here
   * @param scopes of kinds, as far as they are known before anything is rendered
   */
  public ApplicationRenderer(
      Repositories repositories, HelmRenderer helm, Optional<UsersTool> tool, Scopes scopes) {
    this(repositories, helm, tool, scopes, new RenderMemory(), new GrowthMemory());
  }

  /**
   * @param memory of renderings with the same Helm, charts and tool
   * @param growth of what became of nodes, with the same and with the same scopes
   */
  public ApplicationRenderer(
      Repositories repositories,
      HelmRenderer helm,
      Optional<UsersTool> tool,
      Scopes scopes,
      RenderMemory memory,
      GrowthMemory growth) {
    this(repositories, repositories, helm, tool, scopes, new ConcurrentHashMap<>(), memory, growth);
  }

  private ApplicationRenderer(
      Repositories lasting,
      Repositories repositories,
      HelmRenderer helm,
      Optional<UsersTool> tool,
      Scopes scopes,
      Map<Settings, Renderer> renderers,
      RenderMemory memory,
      GrowthMemory growth) {
    this.growth = growth;
    this.scopes = scopes;
    this.lasting = lasting;
    this.tool = tool;
    this.repositories = repositories;
    this.helm = helm;
    this.renderers = renderers;
    this.memory = memory;
  }

  /** The same, with all it remembers, over the same repositories seen at one moment. */
  ApplicationRenderer over(Repositories settled) {
    return new ApplicationRenderer(lasting, settled, helm, tool, scopes, renderers, memory, growth);
  }

  /**
   * One for other repositories, such as those a plan makes, with the same memory: what is
   * remembered is held against what it was made from before it is used.
   */
  public ApplicationRenderer beside(Repositories others, HelmRenderer charts) {
    return new ApplicationRenderer(
        others, others, charts, tool, scopes, new ConcurrentHashMap<>(), memory, growth);
  }

  /** What files say, each content read once. */
  ParsedFiles parsed() {
    return memory.parsed();
  }

  /** How many looks at an estate of so many nodes are remembered side by side. */
  public int room(int nodes) {
    return growth.room(nodes);
  }

  /** What became of nodes before. */
  GrowthMemory growth() {
    return growth;
  }

  /** What was rendered so far, and what was not needed. */
  public RenderMemory.Count count() {
    return memory.count();
  }

  /**
   * Renders an Application.
   *
   * @param id its place in the hierarchy; the namespace decides its instance name
   * @param choices the revision to read each source at, in the order of the sources
   * @param sure what the answer cannot be surer than
   */
  public RenderedApplication render(
      Application application,
      NodeId id,
      Settings settings,
      List<RevisionPolicy.Choice> choices,
      Certainty sure) {
    Context context =
        Context.of(application, id.namespace(), settings)
            .with(new LentSources(repositories).of(application, choices));
    Renderer renderer = renderer(id.controlPlane(), settings);
    var reading = new SourceReading(repositories, renderer, application, context);
    Optional<String> wrong = LentSources.wrong(application);
    var looked = new ArrayList<Looked>();
    Certainty certainty = sure;
    for (int i = 0; i < application.sources().size(); i++) {
      RevisionPolicy.Choice choice = choices.get(i);
      certainty = certainty.and(choice.certainty());
      Source source = application.sources().get(i);
      looked.add(
          wrong.isPresent()
              ? reading.refused(source, FindingCode.INVALID_APPLICATION_ERROR, wrong.get())
              : reading.look(source, choice.revision()));
    }
    return new AllSources(
            repositories, application, looked, new ArgoChart(application.manifest(), context))
        .together(renderer, scopes, certainty);
  }

  /**
   * Whether what an Application renders was made from something at a place of a repository.
   *
   * @param commits each source was read at, in the order of the sources; empty for none
   * @return empty when that is not known of one of its sources
   */
  public Optional<Boolean> touches(
      Application application,
      NodeId id,
      Settings settings,
      List<Optional<String>> commits,
      RepoUrl url,
      TreePath place) {
    List<RevisionPolicy.Choice> choices =
        commits.stream().map(c -> new RevisionPolicy.Choice(c, Certainty.EXACT)).toList();
    Context context =
        Context.of(application, id.namespace(), settings)
            .with(new LentSources(repositories).of(application, choices));
    Renderer renderer = renderer(id.controlPlane(), settings);
    boolean known = true;
    for (int i = 0; i < application.sources().size(); i++) {
      Source source = application.sources().get(i);
      Optional<Boolean> touches =
          AllSources.snapshot(repositories, source, commits.get(i))
              .flatMap(at -> renderer.touches(source, at, context, url, place));
      if (touches.filter(yes -> yes).isPresent()) {
        return touches;
      }
      known &= touches.isPresent();
    }
    return known ? Optional.of(false) : Optional.empty();
  }

  /** Settings are compared as a whole once per control plane, not once per Application. */
  private Renderer renderer(String controlPlane, Settings settings) {
    Chosen chosen = this.chosen.get(controlPlane);
    if (chosen == null || !chosen.settings().equals(settings)) {
      Renderer renderer =
          renderers.computeIfAbsent(settings, s -> new Renderer(s, lasting, memory, helm, tool));
      chosen = new Chosen(settings, renderer);
      this.chosen.put(controlPlane, chosen);
    }
    return chosen.renderer();
  }
}
