package dev.layerscope.render.helm;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Reads;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.helm.chart.Chart;
import dev.layerscope.render.helm.chart.ChartException;
import dev.layerscope.render.helm.chart.ChartReader;
import dev.layerscope.render.helm.chart.ChartSupply;
import dev.layerscope.render.helm.values.Parameters;
import dev.layerscope.render.helm.worker.Answer;
import dev.layerscope.render.helm.worker.ChartContent;
import dev.layerscope.render.helm.worker.Helm;
import dev.layerscope.render.helm.worker.HelmWorker;
import dev.layerscope.render.helm.worker.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders charts as Argo CD does with {@code helm template} (specification §5), by Helm itself in a
 * process that sees nothing and nobody. Never throws for what a repository holds. Safe for several
 * threads.
 */
public final class HelmRenderer {
  private final ChartReader charts;
  private final Helm helm;
  private final Map<Key, Remembered> remembered = new ConcurrentHashMap<>();

  /** What a chart is made from. Dependencies may come from beside it, so the whole tree counts. */
  private record Key(String tree, String directory, List<String> apiVersions) {}

  /** A chart, and what was read to make it. */
  private record Remembered(OfflineChart chart, Reads reads) {}

  public HelmRenderer(ChartSupply supply, Helm helm) {
    this.charts = new ChartReader(supply);
    this.helm = helm;
  }

  /** One that has no charts but those of the workspace's repositories. */
  public static HelmRenderer of(Repositories repositories) {
    return of(new ChartSupply(repositories, Optional.empty()));
  }

  /** One that has the charts of a supply. */
  public static HelmRenderer of(ChartSupply supply) {
    return new HelmRenderer(supply, HelmWorker.shared());
  }

  /** With what to render: values as texts, lowest first, and parameters. */
  public record Values(List<Request.Values> files, Parameters parameters) {
    public Values {
      files = List.copyOf(files);
    }
  }

  /** Renders the chart in a folder of a repository. */
  public Templated render(
      Snapshot snapshot,
      TreeEntry directory,
      Release release,
      Values values,
      ChartOptions options) {
    Location place = Origin.of(snapshot, directory.path()).line(0);
    try {
      return render(read(snapshot, directory, release), place, release, values, options);
    } catch (ChartException e) {
      return Templated.opaque("Helm: " + e.text());
    }
  }

  /** What the workspace has of a chart. */
  public sealed interface Supply {
    /** It is there. */
    record Here(ChartReader.Found found) implements Supply {
      /** Its files, dependencies included. */
      public ChartContent content() {
        return found.chart().content();
      }
    }

    /** It is there and cannot be read. */
    record Broken(Templated why) implements Supply {}

    /** Nobody has it. */
    record Nowhere() implements Supply {}
  }

  /**
   * Looks for a chart in the workspace.
   *
   * @param constraint a version or a range of versions; empty for any
   */
  public Supply find(String chart, String constraint) {
    try {
      return charts
          .find(chart, constraint)
          .<Supply>map(Supply.Here::new)
          .orElseGet(Supply.Nowhere::new);
    } catch (ChartException e) {
      return new Supply.Broken(Templated.opaque("Helm: " + e.text()));
    }
  }

  /**
   * Renders a chart that was found.
   *
   * @param name of the chart
   * @param place where to point when it fails
   */
  public Templated render(
      Supply.Here here,
      String name,
      Location place,
      Release release,
      Values values,
      ChartOptions options) {
    OfflineChart offline = OfflineChart.of(here.found().chart(), release.apiVersions());
    Templated rendered = render(offline, place, release, values, options);
    Certainty where = Certainty.assumed("chart " + name + " taken from " + here.found().from());
    return new Templated(
        rendered.manifests(),
        rendered.failed() ? rendered.certainty() : rendered.certainty().and(where),
        rendered.findings(),
        rendered.failed());
  }

  private OfflineChart read(Snapshot snapshot, TreeEntry directory, Release release)
      throws ChartException {
    var key = new Key(snapshot.tree(), directory.path().value(), release.apiVersions());
    Remembered known = remembered.get(key);
    if (known == null) {
      var reads = new Reads();
      Snapshot recorded = snapshot.recording(reads);
      Chart chart = charts.read(recorded, directory);
      if (!chart.missing().isEmpty() || !chart.borrowed().isEmpty()) {
        recorded.lookBeyond();
      }
      known = new Remembered(OfflineChart.of(chart, release.apiVersions()), reads);
      if (!reads.lookedBeyond()) {
        remembered.put(key, known); // what others have may change while this chart does not
      }
    }
    snapshot.heed(known.reads());
    return known.chart();
  }

  private Templated render(
      OfflineChart offline, Location place, Release release, Values values, ChartOptions options) {
    Chart chart = offline.chart();
    ChartContent content = chart.content();
    if (options.skipSchemaValidation()) {
      content = content.without(path -> path.matches("(charts/[^/]+/)*values\\.schema\\.json"));
    }
    var request =
        new Request(
            content,
            release.name(),
            release.namespace().isEmpty() ? "default" : release.namespace(),
            release.kubeVersion().orElse(""),
            values.files(),
            values.parameters().set(),
            values.parameters().texts());
    Certainty certainty = helm.sure().and(Unknowns.of(offline, release, values));
    return answered(offline, request, options, certainty, place);
  }

  private Templated answered(
      OfflineChart offline,
      Request request,
      ChartOptions options,
      Certainty certainty,
      Location place) {
    return switch (helm.render(request)) {
      case Answer.Absent(String why) -> Templated.opaque(why);
      case Answer.Lost(String why) -> Templated.opaque("Helm: the chart " + why);
      case Answer.Refused(String error) -> {
        Optional<String> other =
            request.kubeVersion().isEmpty() ? ClusterVersion.wanted(error) : Optional.empty();
        yield other.isEmpty()
            ? refused(offline.chart(), error, place)
            : answered(
                offline,
                request.on(other.get()),
                options,
                certainty.and(Unknowns.cluster(other.get())),
                place);
      }
      case Answer.Printed(String text) ->
          printed(offline, request, text, options, certainty, place);
    };
  }

  private static Templated refused(Chart chart, String error, Location place) {
    String said = error.replace("\n\nUse --debug flag to render out invalid YAML", "");
    if (said.contains("offline://")) {
      return Templated.opaque("Helm: lookup in a text that only the rendering makes");
    }
    if (!chart.missing().isEmpty()) {
      // The trouble may come from what is missing, so it is no finding about the repository.
      return Templated.opaque(
          "Helm: without %s: %s"
              .formatted(
                  String.join(", ", chart.missing().stream().map(d -> d.display()).toList()),
                  said.lines().findFirst().orElse("")));
    }
    return Templated.failed(
        Finding.of(FindingCode.HELM_TEMPLATE_ERROR, "helm template failed: Error: " + said, place));
  }

  private Templated printed(
      OfflineChart offline,
      Request request,
      String text,
      ChartOptions options,
      Certainty certainty,
      Location place) {
    Chart chart = offline.chart();
    HelmOutput output = HelmOutput.read(text, chart, options.reading());
    if (output.broken().isPresent()) {
      HelmOutput.Broken broken = output.broken().get();
      return Templated.failed(
          Finding.of(
              FindingCode.MANIFEST_UNREADABLE_ERROR,
              "failed to unmarshal manifest: " + broken.message(),
              broken.origin().line(0),
              place));
    }
    Certainty sure = certainty.and(Unknowns.missing(chart, output.subchartsInUse()));
    var manifests = new ArrayList<Manifest>();
    if (!options.skipCrds()) {
      Definitions definitions = Definitions.of(chart, output.subchartsInUse(), options.reading());
      if (definitions.broken().isPresent()) {
        return Templated.failed(definitions.broken().get());
      }
      manifests.addAll(definitions.manifests());
    }
    manifests.addAll(output.manifests());
    if (!options.skipHooks() && Hooks.possible(request)) {
      switch (helm.render(Hooks.revealing(request))) {
        case Answer.Printed(String all) ->
            manifests.addAll(
                Hooks.among(
                    HelmOutput.read(all, chart, options.reading()).manifests(),
                    options.skipTests()));
        case Answer.Refused ignored -> sure = sure.and(Certainty.approximate("Helm hooks"));
        case Answer.Lost ignored -> sure = sure.and(Certainty.approximate("Helm hooks"));
        case Answer.Absent ignored -> sure = sure.and(Certainty.approximate("Helm hooks"));
      }
    }
    if (Unknowns.mayBeRandom(offline, request)
        && helm.render(request) instanceof Answer.Printed(String again)
        && !again.equals(text)) {
      sure = sure.and(Certainty.approximate("values that are new at every rendering"));
    }
    return new Templated(manifests, sure, List.of(), false);
  }
}
