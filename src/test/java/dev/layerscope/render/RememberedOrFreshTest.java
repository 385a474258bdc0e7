package dev.layerscope.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.helm.values.References;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A repository in which anything may change at any moment, and Applications of every sort that look
 * at it: what is remembered is always what a fresh rendering gives, to the last line number. {@code
 * -Dremembered.rounds=N} looks more often than the default.
 */
class RememberedOrFreshTest {
  private static final int ROUNDS = Integer.getInteger("remembered.rounds", 700);
  private static final String URL = "https://git.example.com/team.git";
  private static final String BASE = "https://git.example.com/base.git";
  private static final String VALUES = "https://git.example.com/values.git";
  private static final String MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {a: \"%s\"}\n";

  private final Random random = new Random(20260701);
  private final TreeFixture team = new TreeFixture(URL);
  private final TreeFixture values = new TreeFixture(VALUES);
  private final GitFixture base =
      GitFixture.repo(BASE)
          .file("k/kustomization.yaml", "resources: [m.yaml]\n")
          .file("k/m.yaml", MAP.formatted("remote", "0"))
          .commit("First");
  private final RenderMemory memory = new RenderMemory(20_000);

  private String any(String... words) {
    return words[random.nextInt(words.length)];
  }

  private static Mapping mapping(String yaml) {
    return (Mapping) ((Document.Content) YamlReader.read(yaml, Reading.ARGO).getFirst()).root();
  }

  /** Somebody commits something. */
  private void change() {
    String folder = any("one", "two", "base", "k", "chart", "deep/er");
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> team.file(folder + "/" + any("a", "b") + ".yaml", map());
      case 3 -> team.without(folder + "/" + any("a.yaml", "b.yaml", "kustomization.yaml"));
      case 4 -> team.file("k/kustomization.yaml", kustomization());
      case 5 -> team.file("one/kustomization.yaml", "namePrefix: p-\nresources: [../base]\n");
      case 6 ->
          team.file(folder + "/" + any(".argocd-source.yaml", ".argocd-source-x.yaml"), over());
      case 7 -> team.without(folder + "/" + any(".argocd-source.yaml", ".argocd-source-x.yaml"));
      case 8 -> chart();
      case 9 -> values.file(any("v.yaml", "w.yaml"), "a: " + random.nextInt(3) + "\n");
      case 10 -> team.without("two/l.yaml").link("two/l.yaml", any("../base/a.yaml", "no", "/x"));
      default -> base.file("k/m.yaml", MAP.formatted("remote", random.nextInt(3))).commit("Next");
    }
  }

  private String map() {
    return random.nextInt(8) == 0
        ? any("a: [", "kind: ''\n", "")
        : MAP.formatted(any("m", "n"), any("1", "2", "$ARGOCD_APP_NAME"));
  }

  private String kustomization() {
    return any("namespace: x\n", "", "commonLabels: {a: b}\n")
        + "resources: ["
        + any("a.yaml", "../base", BASE + "//k?ref=main", "a.yaml, ../two")
        + "]\n";
  }

  private String over() {
    return any(
        "kustomize: {namePrefix: over-}\n",
        "helm: {releaseName: over}\n",
        "directory: {recurse: true}\n",
        "kustomize: {commonAnnotations: {a: null}}\n",
        "[]\n");
  }

  private void chart() {
    team.file("chart/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0." + random.nextInt(2))
        .file("chart/values.yaml", "a: " + random.nextInt(3) + "\n")
        .file(
            "chart/templates/m.yaml",
            MAP.formatted("'{{ .Release.Name }}'", "{{ .Release.Namespace }} {{ .Values.a }}"));
  }

  /** Somebody's source. */
  private Source source(Snapshot snapshot) {
    String path =
        any(
            "one", "two", "base", "k", "k", ".", "deep", "deep/er", "nowhere", "chart", "chart",
            "chart");
    // A chart with a block of another tool is refused, and nothing else is seen of it.
    Mapping block = path.equals("chart") ? Mapping.EMPTY : mapping(any(BLOCKS));
    return new Source(
        snapshot.url(),
        Optional.of(path),
        Optional.of(any("main", "qa")),
        Optional.empty(),
        Optional.empty(),
        block.mapping("kustomize"),
        path.equals("chart") ? Optional.of(mapping(any(CHART_BLOCKS))) : Optional.empty(),
        block.mapping("directory"),
        Optional.empty(),
        random.nextInt(9));
  }

  private static final String[] BLOCKS = {
    "{}",
    "{}",
    "{}",
    "directory: {recurse: true}",
    "directory: {include: 'a*'}",
    "kustomize: {namePrefix: mine-}",
    "kustomize: {commonLabels: {app: $ARGOCD_APP_NAME}}",
    "kustomize: {commonLabels: {at: $ARGOCD_APP_REVISION_SHORT}}",
    "kustomize: {commonAnnotations: {to: '${ARGOCD_APP_NAMESPACE}'}, commonAnnotationsEnvsubst:"
        + " true}",
    "kustomize: {components: [../two], ignoreMissingComponents: true}"
  };

  private static final String[] CHART_BLOCKS = {
    "{}",
    "releaseName: web",
    "{releaseName: web, namespace: web}",
    "valueFiles: [$values/v.yaml]",
    "{releaseName: web, namespace: web, valueFiles: [$values/v.yaml], ignoreMissingValueFiles:"
        + " true}",
    "{releaseName: web, namespace: web, valueFiles: ['$other/*.yaml']}",
    "{releaseName: web, parameters: [{name: a, value: $ARGOCD_APP_PROJECT_NAME}]}"
  };

  private Context context() {
    Map<String, References.Reference> lent =
        switch (random.nextInt(3)) {
          case 0 -> Map.of();
          case 1 -> Map.of("values", at(values.snapshot()));
          default -> Map.of("values", at(values.snapshot()), "other", at(team.snapshot()));
        };
    return new Context(
            any("x", "y", "team_x"),
            any("default", "shop"),
            random.nextBoolean() ? Optional.of(any("till", "web")) : Optional.empty())
        .with(new References(!lent.isEmpty(), lent));
  }

  private References.Reference at(Snapshot snapshot) {
    return new References.Reference.At(snapshot, any("main", "qa"));
  }

  private Rendered render(RenderMemory with, Source source, Snapshot snapshot, Context context) {
    Repositories others = GitFixture.repositories(base);
    return new Renderer(Settings.DEFAULT, others, with, HelmRenderer.of(others))
        .render(source, snapshot, context);
  }

  @Test
  void whatIsRememberedIsWhatAFreshRenderingGives() {
    chart();
    for (int round = 0; round < ROUNDS; round++) {
      if (random.nextInt(3) == 0) {
        change();
      }
      Snapshot snapshot = team.snapshot();
      Source source = source(snapshot);
      Context context = context();
      Rendered remembered = render(memory, source, snapshot, context);
      Rendered fresh = render(new RenderMemory(), source, snapshot, context);
      assertThat(remembered.toString())
          .as("round %d: %s for %s", round, source, context)
          .isEqualTo(fresh.toString());
    }
    assertThat(memory.count().hits()).as("enough is remembered").isGreaterThan(ROUNDS / 4);
  }

  @Test
  void manyApplicationsOfOneFolderAreRenderedOnce() {
    team.file("base/kustomization.yaml", "resources: [a.yaml]\n")
        .file("base/a.yaml", MAP.formatted("m", "1"));
    Source source = plain("base");
    List<Rendered> all =
        List.of(
            render(memory, source, team.snapshot(), new Context("a", "p", Optional.of("x"))),
            render(memory, source, team.snapshot(), new Context("b", "q", Optional.of("y"))));
    assertThat(memory.count()).isEqualTo(new RenderMemory.Count(1, 1));
    assertThat(all.getFirst().manifests()).isEqualTo(all.getLast().manifests());
  }

  @Test
  void aFileThatOverridesOneApplicationIsSeenByThatOneAlone() {
    team.file("base/a.yaml", MAP.formatted("m", "1"))
        .file("base/in/b.yaml", MAP.formatted("n", "1"));
    var mine = new Context("x", "p", Optional.empty());
    var others = new Context("y", "p", Optional.empty());
    assertThat(render(memory, plain("base"), team.snapshot(), mine).manifests()).hasSize(1);
    team.file("base/.argocd-source-x.yaml", "directory: {recurse: true}\n");
    assertThat(render(memory, plain("base"), team.snapshot(), mine).manifests()).hasSize(2);
    assertThat(render(memory, plain("base"), team.snapshot(), others).manifests()).hasSize(1);
    assertThat(memory.count()).isEqualTo(new RenderMemory.Count(3, 0));
  }

  @Test
  void aLentFileCountsByWhatItHoldsAndNotByItsCommit() {
    chart();
    values.file("v.yaml", "a: lent\n").file("README", "1");
    Source source =
        new Source(
            new RepoUrl(URL),
            Optional.of("chart"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(mapping("valueFiles: [$values/v.yaml]")),
            Optional.empty(),
            Optional.empty(),
            1);
    Rendered before = render(memory, source, team.snapshot(), lending());
    values.file("README", "2");
    Rendered after = render(memory, source, team.snapshot(), lending());
    assertThat(memory.count()).isEqualTo(new RenderMemory.Count(1, 1));
    assertThat(after).isEqualTo(before);
    values.file("v.yaml", "a: changed\n");
    assertThat(render(memory, source, team.snapshot(), lending()).manifests().toString())
        .contains("changed");
  }

  @Test
  void aReleaseWithoutANameIsNamedAfterItsOwnApplication() {
    chart();
    for (String name : List.of("x", "y", "x")) {
      var context = new Context(name, "p", Optional.of("till"));
      assertThat(render(memory, plain("chart"), team.snapshot(), context).manifests())
          .extracting(manifest -> manifest.name())
          .containsExactly(name);
    }
    assertThat(memory.count()).isEqualTo(new RenderMemory.Count(2, 1));
  }

  private Context lending() {
    var reference = new References.Reference.At(values.snapshot(), "main");
    return new Context("x", "p", Optional.of("till"))
        .with(new References(true, Map.of("values", reference)));
  }

  private static Source plain(String path) {
    return new Source(
        new RepoUrl(URL),
        Optional.of(path),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }
}
