package dev.layerscope.edit.release;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.Kustomizations;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.render.SourceType;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the versions of an Application's charts are written: its own revision, {@code helmCharts}
 * of its kustomizations, the dependencies of its own chart.
 */
final class ChartVersions {
  private final ReleasePlanner.Edits edits;
  private final PlanDraft draft;
  private final List<Place> places = new ArrayList<>();

  ChartVersions(ReleasePlanner.Edits edits, PlanDraft draft) {
    this.edits = edits;
    this.draft = draft;
  }

  /**
   * One place.
   *
   * @param source empty for the Application's own file
   */
  private record Place(
      String chart, TreePath file, YamlPath at, Optional<ResolvedSource> source, boolean locked) {}

  /**
   * Sets a version.
   *
   * @param wish {@code VERSION}, or {@code CHART=VERSION} where there are several charts
   */
  void set(String wish) throws RefusedException {
    int equals = wish.indexOf('=');
    Optional<String> name = equals > 0 ? Optional.of(wish.substring(0, equals)) : Optional.empty();
    String version = wish.substring(equals + 1);
    find();
    List<Place> meant =
        places.stream().filter(p -> name.filter(n -> !n.equals(p.chart())).isEmpty()).toList();
    if (meant.stream().map(Place::chart).distinct().count() > 1 || meant.isEmpty()) {
      throw new RefusedException(
          edits.node().name()
              + (meant.isEmpty()
                  ? " delivers no chart " + name.map(n -> n + " ").orElse("") + "with a version."
                  : " delivers several charts."),
          places.isEmpty()
              ? ""
              : "Name the one meant: "
                  + String.join(
                      ", ", places.stream().map(p -> p.chart() + "=" + version).distinct().toList())
                  + ".");
    }
    for (Place place : meant) {
      write(place, version);
    }
  }

  private void find() throws RefusedException {
    for (int i = 0; i < edits.node().sources().size(); i++) {
      ResolvedSource source = edits.node().sources().get(i);
      if (source.declared().chart().isPresent()) {
        own(source, i);
      } else if (source.type() == SourceType.KUSTOMIZE) {
        inKustomizations(source);
      } else if (source.type() == SourceType.HELM) {
        dependencies(source);
      }
    }
  }

  /** The Application's own revision is the version of a chart from a repository of charts. */
  private void own(ResolvedSource source, int number) throws RefusedException {
    Optional<String> chart = source.declared().chart();
    if (chart.isPresent()) {
      Declaration declared = Declaration.of(edits.ground(), List.of(edits.node())).writtenOut();
      YamlPath spec = YamlPath.root(declared.document()).down("spec");
      boolean several = Yaml.at(declared.text(), spec.down("sources")).isPresent();
      YamlPath at = several ? spec.down("sources").item(number) : spec.down("source");
      places.add(
          new Place(
              chart.get(), declared.path(), at.down("targetRevision"), Optional.empty(), false));
    }
  }

  private void inKustomizations(ResolvedSource source) throws RefusedException {
    FileDraft files = edits.draft(source);
    TreePath root = path(source);
    for (Kustomizations.Level level : Kustomizations.from(files, snapshot(source), root)) {
      List<Node> charts = level.items("helmCharts");
      for (int i = 0; i < charts.size(); i++) {
        YamlPath at = YamlPath.of("helmCharts").item(i).down("version");
        if (charts.get(i).textAt("version").isPresent()) {
          places.add(
              new Place(
                  charts.get(i).textAt("name").orElse(""),
                  level.file(),
                  at,
                  Optional.of(source),
                  false));
        }
      }
    }
  }

  private void dependencies(ResolvedSource source) throws RefusedException {
    TreePath file = path(source).child("Chart.yaml");
    Optional<String> text = edits.draft(source).find(file);
    List<Node> charts =
        text.flatMap(t -> Yaml.at(t, YamlPath.of("dependencies")))
            .filter(Sequence.class::isInstance)
            .map(list -> ((Sequence) list).items())
            .orElse(List.of());
    boolean locked = edits.draft(source).find(path(source).child("Chart.lock")).isPresent();
    for (int i = 0; i < charts.size(); i++) {
      places.add(
          new Place(
              charts.get(i).textAt("name").orElse(""),
              file,
              YamlPath.of("dependencies").item(i).down("version"),
              Optional.of(source),
              locked));
    }
  }

  private void write(Place place, String version) throws RefusedException {
    if (place.source().isEmpty()) {
      Declaration declared = Declaration.of(edits.ground(), List.of(edits.node()));
      edits.set(declared, place.at(), version, "the chart's version");
      draft.comes("The chart's version", declared.described());
      return;
    }
    FileDraft files = edits.draft(place.source().get());
    String text =
        Yaml.set(files.text(place.file()), place.at(), Scalar.of(version), place.file().toString());
    files.change(place.file(), text, "the chart's version");
    draft.comes("The version of " + place.chart(), place.file().toString());
    if (place.locked()) {
      draft.warn(
          place.file().parent().child("Chart.lock")
              + " still has the old version: run helm dependency update before it is pushed.");
    }
  }

  private Snapshot snapshot(ResolvedSource source) throws RefusedException {
    return edits
        .ground()
        .cloneOf(new RepoUrl(source.repository()))
        .flatMap(c -> source.revision().flatMap(r -> c.snapshot(r.commit())))
        .orElseThrow(() -> new RefusedException(edits.node().name() + " could not be read.", ""));
  }

  private static TreePath path(ResolvedSource source) {
    return TreePath.clean(source.declared().path().orElse("")).orElse(TreePath.ROOT);
  }
}
