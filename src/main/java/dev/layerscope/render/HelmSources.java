package dev.layerscope.render;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.VersionConstraint;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.helm.ChartOptions;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.helm.Release;
import dev.layerscope.render.helm.Templated;
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
    return switch (values(block, files, environment, name -> true)) {
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
    UnaryOperator<String> environment = new BuildEnvironment(source, context, settings)::substitute;
    Optional<ValueFiles> files = lent(context, environment);
    Gathered gathered =
        files.isPresent()
            ? values(block, files.get(), environment, file -> file.startsWith("$"))
            : withoutFiles(block, context, environment);
    String leaf =
        "chart %s %s of %s is not in the workspace"
            .formatted(name, version, source.repoURL().display());
    return switch (gathered) {
      case Gathered.Refused(String error) -> refused(error, place);
      case Gathered.Unknown(String why) -> Rendered.opaque(SourceType.HELM, why, List.of());
      case Gathered.Values(var values) when ownFiles(block) ->
          Rendered.opaque(SourceType.HELM, leaf + ", nor are the value files in it", List.of());
      case Gathered.Values(var values) ->
          charts
              .render(
                  name,
                  version,
                  place,
                  release(block, context::applicationName, context::destinationNamespace),
                  values,
                  ChartOptions.of(block))
              .map(HelmSources::rendered)
              .orElseGet(() -> Rendered.opaque(SourceType.HELM, leaf, List.of()));
    };
  }

  /** Whether a name begins with a dollar and may lead to another source. */
  private static boolean namesOthers(Mapping block) {
    return Stream.concat(
            texts(block, "valueFiles").stream(),
            items(block, "fileParameters").stream().flatMap(node -> node.textAt("path").stream()))
        .anyMatch(name -> name.startsWith("$"));
  }

  /** Whether value files are named that lie in the chart itself. */
  private static boolean ownFiles(Mapping block) {
    return texts(block, "valueFiles").stream().anyMatch(name -> !name.startsWith("$"))
        || block.sequence("fileParameters").isPresent();
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

  /** What a chart is to be rendered with, or why that cannot be known. */
  private sealed interface Gathered {
    record Values(HelmRenderer.Values values) implements Gathered {}

    record Refused(String error) implements Gathered {}

    record Unknown(String why) implements Gathered {}
  }

  private interface Wanted {
    boolean wants(String name);
  }

  private static Gathered values(
      Mapping block, ValueFiles files, UnaryOperator<String> environment, Wanted wanted) {
    List<String> names = texts(block, "valueFiles").stream().filter(wanted::wants).toList();
    boolean ignoreMissing = flag(block, "ignoreMissingValueFiles");
    var found = new ArrayList<Request.Values>();
    switch (files.all(names, ignoreMissing)) {
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
      String path = node.textAt("path").orElse("");
      if (!wanted.wants(path)) {
        continue;
      }
      switch (files.one(path)) {
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

  /** When no other source is at hand, a name that leads to one cannot be looked up. */
  private static Gathered withoutFiles(
      Mapping block, Context context, UnaryOperator<String> environment) {
    for (String name : texts(block, "valueFiles")) {
      if (name.startsWith("$")) {
        return new Gathered.Unknown(
            "values " + name + context.references().whyNot(name).map(w -> ": " + w).orElse(""));
      }
    }
    List<Request.Values> found = inline(block).map(List::of).orElse(List.of());
    return new Gathered.Values(new HelmRenderer.Values(found, Parameters.of(block, environment)));
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

  private static boolean flag(Mapping block, String key) {
    return block.get(key).filter(node -> JsonText.of(node).equals("true")).isPresent();
  }

  private static List<Node> items(Mapping block, String key) {
    return block.sequence(key).map(Sequence::items).orElse(List.of());
  }

  private static List<String> texts(Mapping block, String key) {
    return items(block, key).stream().flatMap(node -> node.asText().stream()).toList();
  }
}
