package dev.layerscope.render;

import dev.layerscope.argocd.Source;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.helm.chart.ChartYaml;
import dev.layerscope.render.helm.values.References.Reference;
import dev.layerscope.render.helm.values.ValueFiles;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Place;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the values of Argo CD's own chart say of its configuration (specification §14). The chart
 * itself is seldom in git, but it hands {@code configs.cm} and {@code configs.params} on as they
 * are, so they are known without it.
 *
 * @param application that has the source: where values in it are written
 */
public record ArgoChart(Manifest application, Context context) {
  private static final String CHART = "argo-cd";
  private static final List<String> KUSTOMIZATIONS =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /** Values as one place says them; later ones go over earlier ones. */
  private record Layer(Mapping values, Origin origin) {
    Layer of(String dependency) {
      return new Layer(values.mapping(dependency).orElse(Mapping.EMPTY), origin);
    }
  }

  /**
   * The config maps as far as values say what is in them.
   *
   * @param at the source's repository; empty for one that is a chart of a Helm repository
   */
  public List<Manifest> configuration(Source source, Optional<Snapshot> at) {
    List<Layer> layers =
        at.isPresent()
            ? inRepository(source, at.get())
            : source.chart().filter(ArgoChart::isArgoCd).isPresent()
                ? given(TypeDetection.block(source.helm()), lent())
                : List.of();
    if (layers.isEmpty()) {
      return List.of();
    }
    return Stream.concat(
            configMaps("argocd-cm", "cm", layers).stream(),
            configMaps("argocd-cmd-params-cm", "params", layers).stream())
        .toList();
  }

  private static boolean isArgoCd(String chart) {
    return chart.substring(chart.lastIndexOf('/') + 1).equals(CHART);
  }

  /** A chart that depends on Argo CD's, or a kustomization that inflates it. */
  private List<Layer> inRepository(Source source, Snapshot snapshot) {
    Optional<TreePath> folder = source.path().flatMap(TreePath::clean);
    if (folder.isEmpty()) {
      return List.of();
    }
    for (String name : KUSTOMIZATIONS) {
      Optional<Layer> file = file(snapshot, folder.get().child(name));
      if (file.isPresent()) {
        return inflated(snapshot, folder.get(), file.get());
      }
    }
    return file(snapshot, folder.get().child("Chart.yaml"))
        .map(chart -> depended(source, snapshot, folder.get(), chart.values()))
        .orElse(List.of());
  }

  private List<Layer> depended(Source source, Snapshot snapshot, TreePath folder, Mapping chart) {
    for (Node item : HelmSources.items(chart, "dependencies")) {
      if (item instanceof Mapping one && ChartYaml.text(one, "name").equals(CHART)) {
        String alias = ChartYaml.text(one, "alias");
        String key = alias.isEmpty() ? CHART : alias;
        var files = new ValueFiles(snapshot, folder, context.references(), name -> name, List.of());
        var layers = new ArrayList<Layer>();
        file(snapshot, folder.child("values.yaml")).ifPresent(layers::add);
        layers.addAll(given(TypeDetection.block(source.helm()), Optional.of(files)));
        return layers.stream().map(layer -> layer.of(key)).toList();
      }
    }
    return List.of();
  }

  private List<Layer> inflated(Snapshot snapshot, TreePath folder, Layer kustomization) {
    var layers = new ArrayList<Layer>();
    for (Node item : HelmSources.items(kustomization.values(), "helmCharts")) {
      if (item instanceof Mapping one && isArgoCd(one.textAt("name").orElse(""))) {
        Stream.concat(
                one.textAt("valuesFile").stream(),
                HelmSources.texts(one, "additionalValuesFiles").stream())
            .flatMap(name -> folder.walk(name).stream())
            .flatMap(path -> file(snapshot, path).stream())
            .forEach(layers::add);
        one.mapping("valuesInline")
            .ifPresent(values -> layers.add(new Layer(values, kustomization.origin())));
      }
    }
    return layers;
  }

  /** Files that a chart without a repository can be given. */
  private Optional<ValueFiles> lent() {
    return context.references().byName().values().stream()
        .filter(Reference.At.class::isInstance)
        .map(Reference.At.class::cast)
        .findFirst()
        .map(any ->
            new ValueFiles(
                any.snapshot(), TreePath.ROOT, context.references(), name -> name, List.of()));
  }

  /** What a source's {@code helm} block gives, lowest first. */
  private List<Layer> given(Mapping block, Optional<ValueFiles> files) {
    var layers = new ArrayList<Layer>();
    for (String name : HelmSources.texts(block, "valueFiles")) {
      if (files.isPresent()
          && files.get().all(List.of(name), true) instanceof ValueFiles.Resolved.Files(var found)) {
        found.forEach(file ->
            read(file.text())
                .ifPresent(values ->
                    layers.add(new Layer(values, Origin.of(file.snapshot(), file.path())))));
      }
    }
    block
        .mapping("valuesObject")
        .or(() -> block.textAt("values").flatMap(ArgoChart::read).map(ArgoChart::withoutPlaces))
        .ifPresent(values -> layers.add(new Layer(values, application.origin())));
    return layers;
  }

  private static Optional<Layer> file(Snapshot snapshot, TreePath path) {
    return snapshot.follow(path) instanceof Snapshot.Target.Found(TreeEntry entry) && entry.isFile()
        ? read(new String(snapshot.read(entry), StandardCharsets.UTF_8))
            .map(values -> new Layer(values, Origin.of(snapshot, path)))
        : Optional.empty();
  }

  private static Optional<Mapping> read(String text) {
    return ChartYaml.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A text in a manifest has lines of its own, which nobody finds. */
  private static Mapping withoutPlaces(Mapping mapping) {
    return new Mapping(
        mapping.entries().stream()
            .map(entry -> new Mapping.Entry(entry.key(), withoutPlaces(entry.value())))
            .toList(),
        mapping.flow(),
        Place.NONE);
  }

  private static Node withoutPlaces(Node node) {
    return switch (node) {
      case Mapping mapping -> withoutPlaces(mapping);
      case Scalar scalar -> new Scalar(scalar.text(), scalar.style(), scalar.tag(), Place.NONE);
      case Sequence sequence -> sequence;
    };
  }

  /** One for each place that has the last word on some key. */
  private List<Manifest> configMaps(String name, String key, List<Layer> layers) {
    Set<String> said = new HashSet<>();
    var maps = new ArrayList<Manifest>();
    for (Layer layer : layers.reversed()) {
      List<Mapping.Entry> entries =
          layer.values().mapping("configs").flatMap(configs -> configs.mapping(key)).stream()
              .flatMap(data -> data.entries().stream())
              .filter(entry -> entry.value() instanceof Scalar && said.add(entry.name()))
              .map(entry -> new Mapping.Entry(entry.key(), asText((Scalar) entry.value())))
              .toList();
      if (!entries.isEmpty()) {
        var data = new Mapping(entries, false, Place.NONE);
        maps.add(
            new Manifest(
                new Gvk("", "v1", "ConfigMap"),
                context.destinationNamespace().orElse(""),
                name,
                Mapping.of(Map.of("data", data)),
                layer.origin()));
      }
    }
    return maps;
  }

  /** The chart writes every value as a text. */
  private static Scalar asText(Scalar value) {
    String text = value.isNull() ? "" : ArgoScalars.read(value).plain();
    return new Scalar(text, Scalar.Style.DOUBLE_QUOTED, "", value.place());
  }
}
