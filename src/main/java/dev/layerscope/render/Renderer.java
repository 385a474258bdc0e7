package dev.layerscope.render;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Origin;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.directory.DirectoryOptions;
import dev.layerscope.render.directory.DirectoryRenderer;
import dev.layerscope.render.directory.Found;
import java.util.List;
import java.util.Optional;

/**
 * Turns sources into manifests as Argo CD's repo server does. One per control plane; remembers
 * parsed files by content. Never throws for what a repository holds. Safe for several threads; the
 * same input gives the same output.
 */
public final class Renderer {
  private final Settings settings;
  private final Repositories repositories;
  private final Symlinks symlinks = new Symlinks();
  private final DirectoryRenderer directories;

  public Renderer(Settings settings, Repositories repositories) {
    this.settings = settings;
    this.repositories = repositories;
    this.directories = new DirectoryRenderer(new ParsedFiles());
  }

  /**
   * The manifests of one source.
   *
   * @param source in git; see {@link #withoutRepository} for others
   * @param snapshot the source's repository at its revision
   */
  public Rendered render(Source source, Snapshot snapshot, Context context) {
    List<TreePath> bad = symlinks.outOfBounds(snapshot);
    if (!bad.isEmpty()) {
      return Rendered.failed(SourceType.UNKNOWN, outOfBounds(snapshot, bad));
    }
    Optional<Rendered> needsNoFiles = withoutRepository(source);
    if (needsNoFiles.isPresent()) {
      return needsNoFiles.get();
    }
    return switch (AppPath.resolve(snapshot, source.path().orElse(""))) {
      case AppPath.Refused refused -> Rendered.failed(SourceType.UNKNOWN, refused.finding());
      case AppPath.Submodule submodule ->
          Rendered.opaque(
              SourceType.UNKNOWN, "the submodule " + submodule.path() + " is not read", List.of());
      case AppPath.Trap trap -> trap(source, snapshot, trap.path());
      case AppPath.Directory directory -> render(source, snapshot, directory, context);
    };
  }

  /**
   * What can be said of a source without its repository: charts from Helm repositories, and sources
   * that only lend their files. Empty for every other source.
   */
  public Optional<Rendered> withoutRepository(Source source) {
    if (source.chart().isPresent()) {
      String why =
          "Helm is not rendered yet: chart %s of %s"
              .formatted(source.chart().get(), source.repoURL().display());
      return Optional.of(Rendered.opaque(SourceType.HELM, why, List.of()));
    }
    if (source.rendersNothing()) {
      return Optional.of(new Rendered(SourceType.REF, List.of(), Certainty.EXACT, List.of()));
    }
    return Optional.empty();
  }

  /**
   * What Argo CD makes of the objects of all sources of one Application (specification §3.9): lists
   * taken apart, namespaces filled in, the last of equal keys kept, excluded kinds dropped.
   *
   * @param sources in the order declared
   * @param scopes what is known of kinds; definitions among the objects are heeded as well
   */
  public Rendered afterRendering(
      List<Rendered> sources, Optional<String> destinationNamespace, Scopes scopes) {
    return AfterRendering.of(sources, destinationNamespace, scopes);
  }

  private Rendered render(
      Source declared, Snapshot snapshot, AppPath.Directory at, Context context) {
    Source normalized = TypeDetection.normalized(declared);
    return switch (OverrideFiles.apply(normalized, snapshot, at.entry(), context.instanceName())) {
      case OverrideFiles.Effective.Unreadable unreadable ->
          Rendered.failed(SourceType.UNKNOWN, unreadable.finding());
      case OverrideFiles.Effective.Merged merged ->
          switch (TypeDetection.explicit(merged.source())) {
            case TypeDetection.Explicit.Several several ->
                Rendered.failed(
                    SourceType.UNKNOWN,
                    Finding.of(
                        FindingCode.MULTIPLE_SOURCE_TYPES_ERROR,
                        several.message(),
                        Origin.of(snapshot, at.path()).line(0)));
            case TypeDetection.Explicit.One one ->
                render(one.type(), merged.source(), snapshot, at.entry(), context);
            case TypeDetection.Explicit.None ignored ->
                discovered(merged.source(), snapshot, at.entry(), context);
          };
    };
  }

  private Rendered discovered(
      Source source, Snapshot snapshot, TreeEntry directory, Context context) {
    Rendered rendered =
        render(TypeDetection.byFiles(snapshot, directory), source, snapshot, directory, context);
    if (settings.plugins().isEmpty()) {
      return rendered;
    }
    // A plugin's discovery goes before the built-in tools, and what it discovers is its own
    // business.
    String why =
        "no plugin claims this directory (installed: "
            + String.join(", ", settings.plugins())
            + ")";
    return new Rendered(
        rendered.type(),
        rendered.manifests(),
        rendered.certainty().and(Certainty.assumed(why)),
        rendered.findings(),
        rendered.groups(),
        rendered.failed());
  }

  private Rendered render(
      SourceType type, Source source, Snapshot snapshot, TreeEntry directory, Context context) {
    return switch (type) {
      case DIRECTORY -> directory(source, snapshot, directory);
      case KUSTOMIZE ->
          Rendered.opaque(type, "Kustomize is not rendered yet: " + directory.path(), List.of());
      case HELM ->
          Rendered.opaque(
              type, "Helm is not rendered yet: chart in " + directory.path(), List.of());
      case PLUGIN -> Rendered.opaque(type, "rendered by a plugin" + named(source), List.of());
      case REF, UNKNOWN -> throw new IllegalStateException("not a type of files: " + type);
    };
  }

  private Rendered directory(Source source, Snapshot snapshot, TreeEntry directory) {
    DirectoryOptions options = DirectoryOptions.of(TypeDetection.block(source.directory()));
    Found found = directories.render(snapshot, directory, options);
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
