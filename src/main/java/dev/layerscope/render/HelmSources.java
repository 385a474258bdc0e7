package dev.layerscope.render;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.version.VersionConstraint;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.helm.ChartOptions;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.helm.Release;
import dev.layerscope.render.helm.Templated;
import dev.layerscope.render.helm.values.OwnFiles;
import dev.layerscope.render.helm.values.Parameters;
import dev.layerscope.render.helm.values.References;
import dev.layerscope.render.helm.values.ValueFiles;
import dev.layerscope.render.helm.worker.Request;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Sources that are charts: reads the {@code helm} block as Argo CD does (specification §5). */
final class HelmSources {
  private final Settings settings;
  private final HelmRenderer charts;

  HelmSources(Settings settings, HelmRenderer charts) {
    this.settings = settings;
    this.charts = charts;
  }

  /** A chart in a folder of a repository. */
  Rendered render(Source source, Snapshot snapshot, TreeEntry directory, Occasion occasion) {
    Mapping block = TypeDetection.block(source.helm());
    UnaryOperator<String> environment = occasion::substitute;
    var files =
        new ValueFiles(
            snapshot,
            directory.path(),
            namesOthers(block) ? occasion.references() : References.NONE,
            environment,
            settings.tools().valueFileSchemes());
    Location place = Origin.of(snapshot, directory.path()).line(0);
    return switch (values(block, files, environment)) {
      case Gathered.Refused(String error) -> refused(error, place);
      case Gathered.Unknown(String why) -> Rendered.opaque(SourceType.HELM, why, List.of());
      case Gathered.Values(var values) ->
          rendered(
              charts.render(
                  snapshot,
                  directory,
                  release(block, occasion::applicationName, occasion::destinationNamespace),
                  values,
                  ChartOptions.of(block)));
    };
  }

  /**
   * A chart of a Helm repository: rendered when somebody in the workspace has it, else a leaf that
   * only names it.
   *
   * @param place of the source's declaration
   */
  Rendered chart(Source source, Context context, Location place) {
    String name = source.chart().orElse("");
    String version = source.targetRevision().orElse("");
    if (VersionConstraint.parse(version).isEmpty()) {
      return Rendered.failed(
          SourceType.HELM,
          Finding.of(
              FindingCode.UNRESOLVED_REVISION_ERROR,
              "invalid revision: failed to determine semver constraint: improper constraint: "
                  + version,
              place));
    }
    Mapping block = TypeDetection.block(source.helm());
    HelmRenderer.Supply supply = charts.find(name, version);
    UnaryOperator<String> environment = new BuildEnvironment(source, context, settings)::substitute;
    Optional<OwnFiles> own =
        supply instanceof HelmRenderer.Supply.Here here
            ? Optional.of(new OwnFiles(here.content(), environment))
            : Optional.empty();
    Gathered gathered =
        new ChartValues(block, context.references(), lent(context, environment), own, environment)
            .gather();
    return switch (gathered) {
      case Gathered.Refused(String error) -> refused(error, place);
      case Gathered.Unknown(String why) -> Rendered.opaque(SourceType.HELM, why, List.of());
      case Gathered.Values(var values) ->
          switch (supply) {
            case HelmRenderer.Supply.Nowhere ignored ->
                Rendered.opaque(
                    SourceType.HELM,
                    "chart %s %s of %s is not in the workspace"
                        .formatted(name, version, source.repoURL().display()),
                    List.of());
            case HelmRenderer.Supply.Broken(Templated why) -> rendered(why);
            case HelmRenderer.Supply.Here here ->
                rendered(
                    charts.render(
                        here,
                        name,
                        place,
                        release(block, context::applicationName, context::destinationNamespace),
                        values,
                        ChartOptions.of(block)));
          };
    };
  }

  /** Whether a name begins with a dollar and may lead to another source. */
  private static boolean namesOthers(Mapping block) {
    return Stream.concat(
            texts(block, "valueFiles").stream(),
            items(block, "fileParameters").stream().flatMap(node -> node.textAt("path").stream()))
        .anyMatch(name -> name.startsWith("$"));
  }

  /** The files of other sources, which a chart without a repository can be given. */
  private Optional<ValueFiles> lent(Context context, UnaryOperator<String> environment) {
    return context.references().byName().values().stream()
        .filter(References.Reference.At.class::isInstance)
        .map(References.Reference.At.class::cast)
        .map(References.Reference.At::snapshot)
        .findFirst()
        .map(any ->
            new ValueFiles(
                any,
                TreePath.ROOT,
                context.references(),
                environment,
                settings.tools().valueFileSchemes()));
  }

  private static Gathered values(
      Mapping block, ValueFiles files, UnaryOperator<String> environment) {
    var found = new ArrayList<Request.Values>();
    switch (files.all(texts(block, "valueFiles"), flag(block, "ignoreMissingValueFiles"))) {
      case ValueFiles.Resolved.Refused(String error) -> {
        return new Gathered.Refused(error);
      }
      case ValueFiles.Resolved.Unknown(String why) -> {
        return new Gathered.Unknown(why);
      }
      case ValueFiles.Resolved.Files(var all) ->
          all.forEach(file -> found.add(new Request.Values(file.path().name(), file.text())));
    }
    inline(block).ifPresent(found::add);
    Parameters parameters = Parameters.of(block, environment);
    for (Node node : items(block, "fileParameters")) {
      String name = node.textAt("name").orElse("");
      switch (files.one(node.textAt("path").orElse(""))) {
        case ValueFiles.Resolved.Refused(String error) -> {
          return new Gathered.Refused(error);
        }
        case ValueFiles.Resolved.Unknown(String why) -> {
          return new Gathered.Unknown(why);
        }
        case ValueFiles.Resolved.Files(var one) ->
            parameters = parameters.and(name, one.getFirst().text());
      }
    }
    return new Gathered.Values(new HelmRenderer.Values(found, parameters));
  }

  /** {@code valuesObject} takes the place of {@code values}; the two are never merged. */
  static Optional<Request.Values> inline(Mapping block) {
    return block
        .get("valuesObject")
        .filter(node -> !node.isNull())
        .map(JsonText::of)
        .or(() -> block.textAt("values").filter(text -> !text.isEmpty()))
        .map(text -> new Request.Values("values", text));
  }

  /**
   * @param application,namespace asked only when the block does not say better
   */
  private Release release(
      Mapping block, Supplier<String> application, Supplier<Optional<String>> namespace) {
    List<String> apiVersions = texts(block, "apiVersions");
    return new Release(
        block.textAt("releaseName").filter(n -> !n.isEmpty()).orElseGet(application),
        block.textAt("namespace").filter(n -> !n.isEmpty()).or(namespace).orElse(""),
        block.textAt("kubeVersion").filter(v -> !v.isEmpty()).or(settings::kubeVersion),
        apiVersions.isEmpty() ? settings.apiVersions() : apiVersions);
  }

  private static Rendered rendered(Templated templated) {
    return new Rendered(
        SourceType.HELM,
        templated.manifests(),
        templated.certainty(),
        templated.findings(),
        List.of(),
        templated.failed());
  }

  private static Rendered refused(String error, Location place) {
    return Rendered.failed(
        SourceType.HELM, Finding.of(FindingCode.HELM_TEMPLATE_ERROR, error, place));
  }

  static boolean flag(Mapping block, String key) {
    return block.get(key).filter(node -> JsonText.of(node).equals("true")).isPresent();
  }

  static List<Node> items(Mapping block, String key) {
    return block.sequence(key).map(Sequence::items).orElse(List.of());
  }

  static List<String> texts(Mapping block, String key) {
    return items(block, key).stream().flatMap(node -> node.asText().stream()).toList();
  }
}
