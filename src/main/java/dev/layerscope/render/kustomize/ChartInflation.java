package dev.layerscope.render.kustomize;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.helm.ChartOptions;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.helm.Release;
import dev.layerscope.render.helm.Templated;
import dev.layerscope.render.helm.values.Parameters;
import dev.layerscope.render.helm.worker.Request;
import dev.layerscope.render.kustomize.file.HelmChart;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Charts inside a kustomization: those that lie in its folder of charts, and those that somebody in
 * the workspace has. Others are left out, and named.
 */
record ChartInflation(HelmRenderer helm, BuildOptions options) {
  private static final Parameters NO_PARAMETERS = new Parameters(List.of(), List.of(), List.of());

  /** The resources of one chart; none, and the reason noted, when it cannot be had. */
  List<Resource> inflate(HelmChart chart, String home, Loader loader, Inexact inexact)
      throws BuildException {
    if (!options.helm()) {
      inexact.withoutChart("helmCharts: the build options lack --enable-helm");
      return List.of();
    }
    Optional<TreeEntry> folder = folder(chart, home, loader);
    if (folder.isEmpty()) {
      loader.snapshot().lookBeyond();
    }
    var values = new HelmRenderer.Values(values(chart, loader), NO_PARAMETERS);
    var chartOptions =
        new ChartOptions(
            !chart.includeCrds(), chart.skipTests(), chart.skipHooks(), false, Reading.KYAML);
    Optional<Templated> rendered =
        folder.isPresent()
            ? Optional.of(
                helm.render(loader.snapshot(), folder.get(), release(chart), values, chartOptions))
            : supplied(chart, loader, values, chartOptions);
    if (rendered.isEmpty()) {
      inexact.withoutChart("helmCharts: chart " + chart.display() + " is not in the workspace");
      return List.of();
    }
    if (rendered.get().failed()) {
      throw new BuildException(rendered.get().findings().getFirst().message());
    }
    inexact.noSurerThan(rendered.get().certainty());
    return resources(rendered.get().manifests());
  }

  private Optional<Templated> supplied(
      HelmChart chart, Loader loader, HelmRenderer.Values values, ChartOptions chartOptions) {
    return switch (helm.find(chart.name(), chart.version())) {
      case HelmRenderer.Supply.Nowhere ignored -> Optional.empty();
      case HelmRenderer.Supply.Broken(Templated why) -> Optional.of(why);
      case HelmRenderer.Supply.Here here ->
          Optional.of(
              helm.render(
                  here,
                  chart.name(),
                  Origin.of(loader.snapshot(), loader.root()).line(0),
                  release(chart),
                  values,
                  chartOptions));
    };
  }

  /** A chart that has been fetched lies in a folder called by name and version. */
  private static Optional<TreeEntry> folder(HelmChart chart, String home, Loader loader) {
    List<String> places =
        chart.version().isEmpty() || chart.repo().isEmpty()
            ? List.of(home + "/" + chart.name())
            : List.of(
                home + "/" + chart.name() + "-" + chart.version() + "/" + chart.name(),
                home + "/" + chart.name());
    Snapshot snapshot = loader.snapshot();
    for (String place : places) {
      Optional<TreePath> path = loader.root().walk(place);
      if (path.isPresent()
          && snapshot.follow(path.get()) instanceof Snapshot.Target.Found(TreeEntry entry)
          && entry.isDirectory()) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private Release release(HelmChart chart) {
    return new Release(
        chart.releaseName().isEmpty() ? "release-name" : chart.releaseName(),
        chart.namespace(),
        Optional.of(chart.kubeVersion()).filter(v -> !v.isEmpty()).or(options::kubeVersion),
        chart.apiVersions().isEmpty() ? options.apiVersions() : chart.apiVersions());
  }

  /** The values, lowest first; the chart's own need not be given to it again. */
  private static List<Request.Values> values(HelmChart chart, Loader loader) throws BuildException {
    var inline =
        chart.valuesInline().isEmpty()
            ? List.<Request.Values>of()
            : List.of(new Request.Values("valuesInline", JsonText.of(chart.valuesInline())));
    var file =
        chart.valuesFile().isEmpty()
            ? List.<Request.Values>of()
            : List.of(file(chart.valuesFile(), loader));
    var values = new ArrayList<Request.Values>();
    switch (chart.valuesMerge()) {
      case "replace" -> values.addAll(inline.isEmpty() ? file : inline);
      case "merge" -> {
        values.addAll(inline);
        values.addAll(file);
      }
      default -> {
        values.addAll(file);
        values.addAll(inline);
      }
    }
    for (String more : chart.additionalValuesFiles()) {
      values.add(file(more, loader));
    }
    return values;
  }

  private static Request.Values file(String path, Loader loader) throws BuildException {
    TreeEntry file = loader.file(path);
    return new Request.Values(file.name(), new String(loader.bytes(file), StandardCharsets.UTF_8));
  }

  private static List<Resource> resources(List<Manifest> manifests) throws BuildException {
    var resources = new ArrayList<Resource>();
    for (Manifest manifest : manifests) {
      resources.add(new Resource(Tree.of(manifest.root()), manifest.origin()));
    }
    return resources;
  }
}
