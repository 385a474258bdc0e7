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
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.kustomize.ApplicationEdits;
import dev.layerscope.render.kustomize.BuildOptions;
import dev.layerscope.render.kustomize.Built;
import dev.layerscope.render.kustomize.KustomizeRenderer;
import dev.layerscope.render.kustomize.tool.UsersTool;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Sources that are kustomizations: reads the {@code kustomize} block as Argo CD does (specification
 * §4.1).
 *
 * @param tool asked about kustomizations that are not built exactly here
 */
record KustomizeSources(
    Settings settings,
    Repositories repositories,
    ParsedFiles parsed,
    HelmRenderer helm,
    Optional<UsersTool> tool) {

  Rendered render(Source source, Snapshot snapshot, TreeEntry directory, Occasion occasion) {
    Mapping block = TypeDetection.block(source.kustomize());
    boolean patches = block.sequence("patches").filter(list -> !list.items().isEmpty()).isPresent();
    if (patches && !TypeDetection.hasKustomization(snapshot, directory)) {
      return Rendered.failed(
          SourceType.KUSTOMIZE,
          Finding.of(
              FindingCode.KUSTOMIZE_BUILD_ERROR,
              "kustomization file not found in the path",
              Origin.of(snapshot, directory.path()).line(0)));
    }
    var edits =
        new ApplicationEdits(
            block, occasion::substitute, path -> leadsSomewhere(snapshot, directory.path(), path));
    Built built = build(snapshot, directory, edits, options(block), occasion.footing());
    return new Rendered(
        SourceType.KUSTOMIZE,
        built.manifests(),
        (built.failed() ? built.certainty() : built.certainty().and(version(block)))
            .and(settings.certaintyOf("kustomize.buildOptions")),
        built.findings(),
        List.of(),
        built.failed());
  }

  private Built build(
      Snapshot snapshot,
      TreeEntry directory,
      ApplicationEdits edits,
      BuildOptions options,
      Footing footing) {
    var recorded = new RecordedRepositories(repositories, footing);
    var ours = new KustomizeRenderer(recorded, parsed, helm);
    Built built = tool.map(ours::asking).orElse(ours).build(snapshot, directory, options, edits);
    if (footing.reads().lookedBeyond()) {
      footing.leanOnAll(repositories);
    }
    return built;
  }

  private static Certainty version(Mapping block) {
    return block
        .textAt("version")
        .map(version -> Certainty.assumed("Kustomize " + version + " does as the built-in one"))
        .orElse(Certainty.EXACT);
  }

  private static boolean leadsSomewhere(Snapshot snapshot, TreePath directory, String path) {
    return directory
        .walk(path)
        .map(p -> snapshot.follow(p) instanceof Snapshot.Target.Found)
        .orElse(false);
  }

  private BuildOptions options(Mapping block) {
    return BuildOptions.ofControlPlane(settings.kustomizeBuildOptions())
        .forCluster(
            block.textAt("kubeVersion").filter(v -> !v.isEmpty()).or(settings::kubeVersion),
            apiVersions(block));
  }

  private List<String> apiVersions(Mapping block) {
    List<String> own =
        block.sequence("apiVersions").map(Sequence::items).orElse(List.of()).stream()
            .flatMap(node -> node.asText().stream())
            .toList();
    return own.isEmpty() ? settings.apiVersions() : own;
  }
}
