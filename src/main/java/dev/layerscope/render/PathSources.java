package dev.layerscope.render;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.argocd.Tools;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.directory.DirectoryOptions;
import dev.layerscope.render.directory.DirectoryRenderer;
import dev.layerscope.render.directory.Found;
import java.util.List;

/**
 * Renders one source with a path from scratch: where the path leads, what the override files there
 * change, what the folder is (specification §2).
 */
record PathSources(
    Settings settings,
    Repositories repositories,
    ParsedFiles parsed,
    HelmSources charts,
    KustomizeSources kustomizations) {

  /**
   * @param snapshot the source's repository at its revision, writing down what is read of it
   */
  Rendered render(Source source, Snapshot snapshot, Occasion occasion) {
    return switch (AppPath.resolve(snapshot, source.path().orElse(""))) {
      case AppPath.Refused refused -> Rendered.failed(SourceType.UNKNOWN, refused.finding());
      case AppPath.Submodule submodule ->
          Rendered.opaque(
              SourceType.UNKNOWN, "the submodule " + submodule.path() + " is not read", List.of());
      case AppPath.Trap trap -> trap(source, snapshot, trap.path());
      case AppPath.Directory directory -> render(source, snapshot, directory, occasion);
    };
  }

  private Rendered render(
      Source declared, Snapshot snapshot, AppPath.Directory at, Occasion occasion) {
    Source normalized = TypeDetection.normalized(declared);
    return switch (OverrideFiles.apply(normalized, snapshot, at.entry(), occasion::instanceName)) {
      case OverrideFiles.Effective.Unreadable unreadable ->
          Rendered.failed(SourceType.UNKNOWN, unreadable.finding());
      case OverrideFiles.Effective.Merged merged ->
          typed(merged.source(), snapshot, at, occasion).with(merged.findings());
    };
  }

  private Rendered typed(
      Source source, Snapshot snapshot, AppPath.Directory at, Occasion occasion) {
    return switch (TypeDetection.explicit(source)) {
      case TypeDetection.Explicit.Several several ->
          Rendered.failed(
              SourceType.UNKNOWN,
              Finding.of(
                  FindingCode.MULTIPLE_SOURCE_TYPES_ERROR,
                  several.message(),
                  Origin.of(snapshot, at.path()).line(0)));
      case TypeDetection.Explicit.One one ->
          render(allowed(one.type()), source, snapshot, at.entry(), occasion);
      case TypeDetection.Explicit.None ignored ->
          discovered(source, snapshot, at.entry(), occasion);
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
      Source source, Snapshot snapshot, TreeEntry directory, Occasion occasion) {
    SourceType type = TypeDetection.byFiles(snapshot, directory, settings.tools().disabled());
    Rendered rendered =
        render(type, source, snapshot, directory, occasion)
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
      SourceType type, Source source, Snapshot snapshot, TreeEntry directory, Occasion occasion) {
    return switch (type) {
      case DIRECTORY -> directory(source, snapshot, directory);
      case KUSTOMIZE -> kustomizations.render(source, snapshot, directory, occasion);
      case HELM -> {
        Rendered chart = charts.render(source, snapshot, directory, occasion);
        if (occasion.footing().reads().lookedBeyond()) {
          occasion.footing().leanOnAll(repositories);
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
    Found found = new DirectoryRenderer(parsed).render(snapshot, directory, options);
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
}
