package dev.layerscope.render.kustomize;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.load.UnavailableException;
import dev.layerscope.render.kustomize.merge.Schema;
import dev.layerscope.render.kustomize.reference.NameReferences;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.tool.UsersTool;
import dev.layerscope.render.kustomize.transform.Entries;
import dev.layerscope.render.kustomize.transform.NameHashes;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds kustomizations in memory as the Kustomize that Argo CD ships does (5.8.1; specification
 * §4). What is not done exactly is named in the certainty. Safe for several threads.
 */
public final class KustomizeRenderer {
  private static final String LOCAL = "config.kubernetes.io/local-config";

  private final Repositories repositories;
  private final ParsedFiles parsed;
  private final HelmRenderer helm;
  private final Optional<SecondOpinion> secondOpinion;

  /** One that has no charts but those of the workspace's repositories. */
  public KustomizeRenderer(Repositories repositories, ParsedFiles parsed) {
    this(repositories, parsed, HelmRenderer.of(repositories));
  }

  /**
   * @param helm inflates charts
   */
  public KustomizeRenderer(Repositories repositories, ParsedFiles parsed, HelmRenderer helm) {
    this(repositories, parsed, helm, Optional.empty());
  }

  private KustomizeRenderer(
      Repositories repositories,
      ParsedFiles parsed,
      HelmRenderer helm,
      Optional<SecondOpinion> secondOpinion) {
    this.helm = helm;
    this.repositories = repositories;
    this.parsed = parsed;
    this.secondOpinion = secondOpinion;
  }

  /** The same, asking a program of the user's about what it would only come near to itself. */
  public KustomizeRenderer asking(UsersTool tool) {
    return new KustomizeRenderer(repositories, parsed, helm, Optional.of(new SecondOpinion(tool)));
  }

  /**
   * Builds a folder.
   *
   * @param directory with the kustomization
   * @param edit what the Application changes in the kustomization file first
   */
  public Built build(
      Snapshot snapshot, TreeEntry directory, BuildOptions options, KustomizationEdit edit) {
    var inexact = new Inexact(options.certainty());
    var reach = new Loader.Reach(repositories, parsed, options.unrestricted());
    Loader loader = Loader.at(snapshot, directory.path(), reach);
    var build =
        new Build(options.plugins(), Schema.BUILT_IN, new ChartInflation(helm, options), inexact);
    try {
      List<Manifest> manifests = manifests(Target.load(loader, edit, build), options);
      var built = new Built(manifests, inexact.certainty(), inexact.findings(), false);
      return inexact.onlyOurs()
          ? secondOpinion.flatMap(tool -> tool.build(snapshot, loader, edit, options)).orElse(built)
          : built;
    } catch (UnavailableException e) {
      inexact.missing(e);
      return new Built(List.of(), inexact.certainty(), inexact.findings(), false);
    } catch (BuildException e) {
      if (!inexact.certainty().exact()) {
        // The trouble may come from what is missing, so it is no finding about the repository.
        inexact.stopped(e.text().lines().findFirst().orElse(""));
        return new Built(List.of(), inexact.certainty(), inexact.findings(), false);
      }
      var location = Origin.of(snapshot, directory.path()).line(0);
      return new Built(
          List.of(),
          Certainty.EXACT,
          List.of(
              Finding.of(
                  FindingCode.KUSTOMIZE_BUILD_ERROR,
                  "kustomize build failed: " + e.text(),
                  location)),
          true);
    }
  }

  private static List<Manifest> manifests(Target target, BuildOptions options)
      throws BuildException {
    Accumulator all = target.accumulate(new Accumulator());
    new NameHashes().apply(all.resources());
    NameReferences.fix(all.resources(), all.fields().references());
    all.variables()
        .resolve(
            all.resources(),
            all.fields().get(dev.layerscope.render.kustomize.field.FieldTable.Use.VAR_REFERENCE));
    all.resources().keep(KustomizeRenderer::isNotLocal);
    SortOrder.apply(all.resources(), target.kustomization().sortOptions(), options.legacyOrder());
    if (target.kustomization().buildMetadata().contains("managedByLabel")) {
      new Entries(
              Map.of("app.kubernetes.io/managed-by", "kustomize-v5.8.1"),
              List.of(FieldSpec.everywhere("metadata/labels", true)))
          .apply(all.resources());
    }
    var manifests = new ArrayList<Manifest>();
    for (Resource resource : all.resources().all()) {
      annotations(resource, target.kustomization().buildMetadata());
      Manifest.of((Mapping) resource.root().toNode(), resource.origin()).ifPresent(manifests::add);
    }
    return manifests;
  }

  /**
   * The tool removes its own annotations and, on the way, writes all others as texts; an empty map
   * goes.
   */
  private static void annotations(Resource resource, List<String> wanted) throws BuildException {
    Map<String, String> annotations = resource.texts("metadata", "annotations");
    if (!wanted.contains("originAnnotations")) {
      annotations.remove(Provenance.ORIGIN);
    }
    if (!wanted.contains("transformerAnnotations")) {
      annotations.remove(Provenance.TRANSFORMATIONS);
    }
    resource.setMetadata("annotations", annotations);
  }

  private static boolean isNotLocal(Resource resource) {
    Map<String, String> annotations = resource.texts("metadata", "annotations");
    return !annotations.containsKey(LOCAL) || annotations.get(LOCAL).equals("false");
  }
}
