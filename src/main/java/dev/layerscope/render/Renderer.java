package dev.layerscope.render;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.argocd.Tools;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Origin;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.render.directory.DirectoryOptions;
import dev.layerscope.render.directory.DirectoryRenderer;
import dev.layerscope.render.directory.Found;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.kustomize.ApplicationEdits;
import dev.layerscope.render.kustomize.BuildOptions;
import dev.layerscope.render.kustomize.Built;
import dev.layerscope.render.kustomize.KustomizeRenderer;
import dev.layerscope.render.kustomize.tool.UsersTool;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final HelmRenderer helm;
  private final HelmSources charts;
  private final Map<String, String> found;
  private final Optional<UsersTool> tool;

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
    this.tool = tool;
    this.settings = settings;
    this.charts = new HelmSources(settings, helm);
    this.helm = helm;
    this.repositories = repositories;
    this.memory = memory;
    this.found = new HashMap<>(settings.found());
    this.found.keySet().retainAll(DECIDING);
  }

  /**
   * The manifests of one source.
   *
   * @param source in git; see {@link #chart} for others
   * @param snapshot the source's repository at its revision
   */
  public Rendered render(Source source, Snapshot snapshot, Context context) {
    List<TreePath> bad =
        settings.tools().outOfBoundsLinks() ? List.of() : memory.symlinks().outOfBounds(snapshot);
    if (!bad.isEmpty()) {
      return Rendered.failed(SourceType.UNKNOWN, outOfBounds(snapshot, bad));
    }
    if (lendsOnly(source)) {
      return new Rendered(SourceType.REF, List.of(), Certainty.EXACT, List.of());
    }
    var key =
        new RenderMemory.Key(
            settings.tools(), found, snapshot.url().text(), source.withoutPlace().at(""), context);
    var environment = new BuildEnvironment(source, snapshot, context, settings);
    return memory.rendered(
        key,
        kept ->
            kept.footing()
                .heldBy(snapshot, environment::value, repositories)
                .map(moved -> kept.rendered().movedTo(moved)),
        new Footing(snapshot),
        footing -> render(source, snapshot.recording(footing.reads()), context, footing));
  }

  private Rendered render(Source source, Snapshot snapshot, Context context, Footing footing) {
    return switch (AppPath.resolve(snapshot, source.path().orElse(""))) {
      case AppPath.Refused refused -> Rendered.failed(SourceType.UNKNOWN, refused.finding());
      case AppPath.Submodule submodule ->
          Rendered.opaque(
              SourceType.UNKNOWN, "the submodule " + submodule.path() + " is not read", List.of());
      case AppPath.Trap trap -> trap(source, snapshot, trap.path());
      case AppPath.Directory directory -> render(source, snapshot, directory, context, footing);
    };
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
                    TypeDetection.normalized(source), snapshot, entry, context.instanceName())
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
  public Rendered afterRendering(List<Rendered> sources, Destination destination, Scopes scopes) {
    return AfterRendering.of(sources, destination, settings, scopes);
  }

  private Rendered render(
      Source declared, Snapshot snapshot, AppPath.Directory at, Context context, Footing footing) {
    Source normalized = TypeDetection.normalized(declared);
    return switch (OverrideFiles.apply(normalized, snapshot, at.entry(), context.instanceName())) {
      case OverrideFiles.Effective.Unreadable unreadable ->
          Rendered.failed(SourceType.UNKNOWN, unreadable.finding());
      case OverrideFiles.Effective.Merged merged ->
          typed(merged.source(), snapshot, at, context, footing).with(merged.findings());
    };
  }

  private Rendered typed(
      Source source, Snapshot snapshot, AppPath.Directory at, Context context, Footing footing) {
    return switch (TypeDetection.explicit(source)) {
      case TypeDetection.Explicit.Several several ->
          Rendered.failed(
              SourceType.UNKNOWN,
              Finding.of(
                  FindingCode.MULTIPLE_SOURCE_TYPES_ERROR,
                  several.message(),
                  Origin.of(snapshot, at.path()).line(0)));
      case TypeDetection.Explicit.One one ->
          render(allowed(one.type()), source, snapshot, at.entry(), context, footing);
      case TypeDetection.Explicit.None ignored ->
          discovered(source, snapshot, at.entry(), context, footing);
    };
  }

  /** A tool that is switched off leaves plain files. */
  private SourceType allowed(SourceType type) {
    boolean disabled =
        switch (type) {
          case KUSTOMIZE -> settings.tools().disabled().contains(Tools.Tool.KUSTOMIZE);
          case HELM -> settings.tools().disabled().contains(Tools.Tool.HELM);
          case DIRECTORY, PLUGIN, REF, UNKNOWN -> false;
        };
    return disabled ? SourceType.DIRECTORY : type;
  }

  private Rendered discovered(
      Source source, Snapshot snapshot, TreeEntry directory, Context context, Footing footing) {
    SourceType type = TypeDetection.byFiles(snapshot, directory, settings.tools().disabled());
    Rendered rendered =
        render(type, source, snapshot, directory, context, footing)
            .and(settings.certaintyOf("kustomize.enable", "helm.enable"));
    if (settings.plugins().isEmpty()) {
      return rendered;
    }
    // A plugin's discovery goes before the built-in tools, and what it discovers is its own
    // business.
    String why =
        "no plugin claims this directory (installed: "
            + String.join(", ", settings.plugins())
            + ")";
    return rendered.and(Certainty.assumed(why));
  }

  private Rendered render(
      SourceType type,
      Source source,
      Snapshot snapshot,
      TreeEntry directory,
      Context context,
      Footing footing) {
    return switch (type) {
      case DIRECTORY -> directory(source, snapshot, directory);
      case KUSTOMIZE -> kustomize(source, snapshot, directory, context, footing);
      case HELM -> {
        Rendered chart = charts.render(source, snapshot, directory, context, footing);
        if (footing.reads().lookedBeyond()) {
          footing.leanOnAll(repositories);
        }
        yield chart;
      }
      case PLUGIN -> Rendered.opaque(type, "rendered by a plugin" + named(source), List.of());
      case REF, UNKNOWN -> throw new IllegalStateException("not a type of files: " + type);
    };
  }

  private Rendered directory(Source source, Snapshot snapshot, TreeEntry directory) {
    DirectoryOptions options =
        DirectoryOptions.of(TypeDetection.block(source.directory()))
            .limitedTo(settings.tools().maxDirectoryBytes())
            .withJsonnet(!settings.tools().disabled().contains(Tools.Tool.JSONNET));
    Found found = new DirectoryRenderer(memory.parsed()).render(snapshot, directory, options);
    List<Group> groups =
        options.recurse() ? Group.of(directory.path(), found.manifests()) : List.of();
    return new Rendered(
        SourceType.DIRECTORY,
        found.manifests(),
        found.certainty(),
        found.findings(),
        groups,
        found.failed());
  }

  private Rendered kustomize(
      Source source, Snapshot snapshot, TreeEntry directory, Context context, Footing footing) {
    Mapping block = TypeDetection.block(source.kustomize());
    boolean hasFile = TypeDetection.hasKustomization(snapshot, directory);
    if (!hasFile
        && block.sequence("patches").filter(patches -> !patches.items().isEmpty()).isPresent()) {
      return Rendered.failed(
          SourceType.KUSTOMIZE,
          Finding.of(
              FindingCode.KUSTOMIZE_BUILD_ERROR,
              "kustomization file not found in the path",
              Origin.of(snapshot, directory.path()).line(0)));
    }
    var environment = new BuildEnvironment(source, snapshot, context, settings);
    var edits =
        new ApplicationEdits(
            block,
            text -> environment.substitute(text, footing),
            path -> leadsSomewhere(snapshot, directory.path(), path));
    BuildOptions options =
        BuildOptions.parse(settings.kustomizeBuildOptions())
            .forCluster(
                block.textAt("kubeVersion").filter(v -> !v.isEmpty()).or(settings::kubeVersion),
                apiVersions(block));
    var kustomizations =
        new KustomizeRenderer(
            new RecordedRepositories(repositories, footing), memory.parsed(), helm);
    Built built =
        tool.map(kustomizations::asking)
            .orElse(kustomizations)
            .build(snapshot, directory, options, edits);
    if (footing.reads().lookedBeyond()) {
      footing.leanOnAll(repositories);
    }
    Certainty certainty =
        block
            .textAt("version")
            .map(version -> Certainty.assumed("Kustomize " + version + " does as the built-in one"))
            .orElse(Certainty.EXACT);
    return new Rendered(
        SourceType.KUSTOMIZE,
        built.manifests(),
        (built.failed() ? built.certainty() : built.certainty().and(certainty))
            .and(settings.certaintyOf("kustomize.buildOptions")),
        built.findings(),
        List.of(),
        built.failed());
  }

  private static boolean leadsSomewhere(Snapshot snapshot, TreePath directory, String path) {
    return directory
        .walk(path)
        .map(p -> snapshot.follow(p) instanceof Snapshot.Target.Found)
        .orElse(false);
  }

  private List<String> apiVersions(Mapping block) {
    List<String> own =
        block.sequence("apiVersions").map(Sequence::items).orElse(List.of()).stream()
            .flatMap(node -> node.asText().stream())
            .toList();
    return own.isEmpty() ? settings.apiVersions() : own;
  }

  private static String named(Source source) {
    return source
        .plugin()
        .flatMap(block -> block.textAt("name"))
        .map(name -> " called " + name)
        .orElse("");
  }

  /**
   * The walk does not enter the link, so neither tool nor manifest is found, unless a block names
   * the tool.
   */
  private static Rendered trap(Source source, Snapshot snapshot, TreePath path) {
    Finding finding =
        Finding.of(
            FindingCode.PATH_IS_SYMLINK_WARNING,
            "The path \""
                + path
                + "\" is a symbolic link to a directory, and Argo CD does not look behind it.",
            Origin.of(snapshot, path).line(0));
    return switch (TypeDetection.explicit(TypeDetection.normalized(source))) {
      case TypeDetection.Explicit.One one when one.type() != SourceType.DIRECTORY ->
          Rendered.opaque(one.type(), "the path is a symbolic link: " + path, List.of(finding));
      default -> new Rendered(SourceType.DIRECTORY, List.of(), Certainty.EXACT, List.of(finding));
    };
  }

  private static Finding outOfBounds(Snapshot snapshot, List<TreePath> bad) {
    return new Finding(
        FindingCode.OUT_OF_BOUNDS_SYMLINK_ERROR,
        "repository contains out-of-bounds symlinks. file: " + bad.getFirst(),
        bad.stream().map(path -> Origin.of(snapshot, path).line(0)).toList());
  }
}
