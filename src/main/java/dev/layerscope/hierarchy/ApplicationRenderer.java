package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.finding.Nearest;
import dev.layerscope.finding.Severity;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.render.Context;
import dev.layerscope.render.RenderMemory;
import dev.layerscope.render.Rendered;
import dev.layerscope.render.Renderer;
import dev.layerscope.render.SourceType;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.kustomize.tool.UsersTool;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders all sources of an Application: finds their repositories and commits, renders each, and
 * puts the results together as Argo CD does. What was rendered once is not rendered again for the
 * same commit and parameters, so a layer shared by many roots costs once. Safe for several threads.
 */
public final class ApplicationRenderer {
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

  private static final Set<FindingCode> SAID_BY_THE_APPLICATION =
      EnumSet.of(
          FindingCode.MISSING_PATH_ERROR,
          FindingCode.PATH_NOT_DIRECTORY_ERROR,
          FindingCode.PATH_OUTSIDE_REPOSITORY_ERROR,
          FindingCode.PATH_IS_SYMLINK_WARNING,
          FindingCode.MULTIPLE_SOURCE_TYPES_ERROR,
          FindingCode.INVALID_GLOB_WARNING);

  /** For renderers, which outlive a run. */
  private final Repositories lasting;

  private final Repositories repositories;
  private final HelmRenderer helm;
  private final Optional<UsersTool> tool;
  private final Scopes scopes;
  private final Map<Settings, Renderer> renderers;
  private final RenderMemory memory;

  /** A source with its commit, and what it rendered to. */
  private record Looked(ResolvedSource source, Rendered rendered) {}

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
    this(
        repositories,
        repositories,
        helm,
        tool,
        scopes,
        new ConcurrentHashMap<>(),
        new RenderMemory());
  }

  private ApplicationRenderer(
      Repositories lasting,
      Repositories repositories,
      HelmRenderer helm,
      Optional<UsersTool> tool,
      Scopes scopes,
      Map<Settings, Renderer> renderers,
      RenderMemory memory) {
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
    return new ApplicationRenderer(lasting, settled, helm, tool, scopes, renderers, memory);
  }

  /**
   * One for other repositories, such as those a plan makes, with the same memory: what is
   * remembered is held against what it was made from before it is used.
   */
  public ApplicationRenderer beside(Repositories others, HelmRenderer charts) {
    return new ApplicationRenderer(
        others, others, charts, tool, scopes, new ConcurrentHashMap<>(), memory);
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
    Optional<String> wrong = LentSources.wrong(application);
    var looked = new ArrayList<Looked>();
    Certainty certainty = sure;
    for (int i = 0; i < application.sources().size(); i++) {
      RevisionPolicy.Choice choice = choices.get(i);
      certainty = certainty.and(choice.certainty());
      Source source = application.sources().get(i);
      looked.add(
          wrong.isPresent()
              ? refused(source, FindingCode.INVALID_APPLICATION_ERROR, wrong.get(), application)
              : look(application, source, choice.revision(), settings, context));
    }
    return together(application, looked, settings, certainty);
  }

  private RenderedApplication together(
      Application application, List<Looked> looked, Settings settings, Certainty certainty) {
    List<Rendered> rendered = looked.stream().map(Looked::rendered).toList();
    Rendered whole = renderer(settings).afterRendering(rendered, application.destination(), scopes);
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
        looked.stream().map(Looked::source).toList(),
        whole.manifests(),
        whole.groups(),
        certainty.and(whole.certainty()),
        inherited,
        unresolved(application, whole),
        PlainSecrets.added(whole));
  }

  private static Optional<String> unresolved(Application application, Rendered whole) {
    if (application.sources().isEmpty()) {
      return Optional.of("no source that Argo CD would accept");
    }
    return whole.findings().stream()
        .filter(f -> NOT_LOOKED_INTO.contains(f.code()))
        .map(Finding::message)
        .findFirst()
        .or(() ->
            whole.failed()
                ? whole.findings().stream()
                    .filter(f -> f.severity() == Severity.ERROR)
                    .map(Finding::message)
                    .findFirst()
                : Optional.empty());
  }

  private Looked look(
      Application application,
      Source source,
      Optional<String> revision,
      Settings settings,
      Context context) {
    if (source.chart().isPresent()) {
      Rendered chart = renderer(settings).chart(source, context, place(application, source));
      return new Looked(unread(source, chart.type()), chart);
    }
    return switch (repositories.at(source.repoURL())) {
      case Access.Unknown unknown ->
          opaque(
              source,
              FindingCode.UNKNOWN_REPOSITORY_WARNING,
              unknown.url()
                  + " is not in the workspace"
                  + Nearest.question(unknown.url().display(), known()),
              application);
      case Access.Unavailable(RepoUrl url, var kind, String reason) ->
          opaque(source, FindingCode.REPOSITORY_UNAVAILABLE_ERROR, reason, application);
      case Access.Available(RepoUrl url, Clone clone) when clone.isEmpty() ->
          refused(
              source,
              FindingCode.REPOSITORY_EMPTY_ERROR,
              url.display() + " holds no commit",
              application);
      case Access.Available(RepoUrl url, Clone clone) ->
          at(
              application,
              source,
              clone,
              clone.resolve(revision, source.tagPrefix().orElse("")),
              settings,
              context);
    };
  }

  private Looked at(
      Application application,
      Source source,
      Clone clone,
      Resolution resolution,
      Settings settings,
      Context context) {
    return switch (resolution) {
      case Resolution.Unresolved(String reason) ->
          refused(
              source,
              FindingCode.UNRESOLVED_REVISION_ERROR,
              reason + " in " + clone.url().display() + meant(source, clone),
              application);
      case Resolution.Resolved(Revision revision) ->
          read(application, source, clone, revision, settings, context);
      case Resolution.Ambiguous(Revision branch, Revision tag) -> {
        Looked looked = read(application, source, clone, branch, settings, context);
        var findings = new ArrayList<>(looked.rendered().findings());
        findings.add(
            Finding.of(
                FindingCode.AMBIGUOUS_REVISION_WARNING,
                "“"
                    + branch.asked()
                    + "” is a branch and a tag of "
                    + clone.url().display()
                    + "; which of them Argo CD takes is not defined, the branch is shown",
                place(application, source)));
        Rendered r = looked.rendered();
        Certainty assumed =
            r.certainty()
                .and(
                    Certainty.assumed(
                        "the branch " + branch.asked() + ", not the tag of that name"));
        yield new Looked(
            looked.source(),
            new Rendered(r.type(), r.manifests(), assumed, findings, r.groups(), r.failed()));
      }
    };
  }

  private static String meant(Source source, Clone clone) {
    var names = new ArrayList<>(clone.branches());
    names.addAll(clone.tags());
    return Nearest.question(source.targetRevision().orElse(""), names);
  }

  private List<String> known() {
    return repositories.all().stream()
        .map(access ->
            switch (access) {
              case Access.Available(RepoUrl url, Clone ignored) -> url;
              case Access.Unavailable(RepoUrl url, var ignored, String alsoIgnored) -> url;
              case Access.Unknown(RepoUrl url) -> url;
            })
        .map(RepoUrl::display)
        .toList();
  }

  private Looked read(
      Application application,
      Source source,
      Clone clone,
      Revision revision,
      Settings settings,
      Context context) {
    Optional<Snapshot> snapshot = clone.snapshot(revision.commit());
    if (snapshot.isEmpty()) {
      String message = "commit " + revision.commit() + " is not in " + clone.url().display();
      return refused(source, FindingCode.UNRESOLVED_REVISION_ERROR, message, application);
    }
    Rendered rendered = renderer(settings).render(source, snapshot.get(), context);
    return new Looked(
        new ResolvedSource(source, clone.url().text(), rendered.type(), Optional.of(revision)),
        atTheDeclaration(rendered, application, pathPlace(application, source)));
  }

  /**
   * What the Application itself says wrongly is mended where it says so. The renderer knows only
   * the place that is not there.
   */
  private static Rendered atTheDeclaration(
      Rendered rendered, Application application, Location place) {
    if (rendered.findings().stream().noneMatch(f -> SAID_BY_THE_APPLICATION.contains(f.code()))) {
      return rendered;
    }
    List<Finding> findings =
        rendered.findings().stream()
            .map(f ->
                SAID_BY_THE_APPLICATION.contains(f.code()) ? declared(f, application, place) : f)
            .toList();
    return new Rendered(
        rendered.type(),
        rendered.manifests(),
        rendered.certainty(),
        findings,
        rendered.groups(),
        rendered.failed());
  }

  private static Finding declared(Finding finding, Application application, Location place) {
    boolean waits =
        finding.code() == FindingCode.MISSING_PATH_ERROR && application.waitsForOthers();
    return waits
        ? Finding.of(
            FindingCode.HYDRATION_PENDING_WARNING,
            "waiting for an external process to bring what is hydrated to "
                + application.sources().getFirst().targetRevision().orElse("the branch")
                + ": "
                + finding.message(),
            place)
        : Finding.of(finding.code(), finding.message(), place);
  }

  private static Location pathPlace(Application application, Source source) {
    return application.sources().size() == 1 && !application.hydrated()
        ? application.manifest().locationOf("spec", "source", "path")
        : place(application, source);
  }

  private Renderer renderer(Settings settings) {
    return renderers.computeIfAbsent(settings, s -> new Renderer(s, lasting, memory, helm, tool));
  }

  private static Looked opaque(
      Source source, FindingCode code, String message, Application application) {
    var finding = Finding.of(code, message, place(application, source));
    return new Looked(
        unread(source, SourceType.UNKNOWN),
        Rendered.opaque(SourceType.UNKNOWN, message, List.of(finding)));
  }

  private static Looked refused(
      Source source, FindingCode code, String message, Application application) {
    var finding = Finding.of(code, message, place(application, source));
    return new Looked(
        unread(source, SourceType.UNKNOWN), Rendered.failed(SourceType.UNKNOWN, finding));
  }

  private static ResolvedSource unread(Source source, SourceType type) {
    return new ResolvedSource(source, source.repoURL().text(), type, Optional.empty());
  }

  private static Location place(Application application, Source source) {
    return source.line() > 0
        ? application.manifest().origin().line(source.line())
        : application.manifest().location();
  }
}
