package dev.layerscope.operation.plan;

import static dev.layerscope.operation.SampleSession.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Estate;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions are set where they come from. */
class ReleaseTest {
  private static final String IMAGE = "registry.example.com/shop/web";
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        template:
          spec:
            containers:
              - name: web
                image: %s # pinned by hand
      """;

  @TempDir private Path temp;

  private static Release release(String version) {
    return new Release(
        "shop", List.of(new Release.Image(IMAGE, version)), Optional.empty(), List.of("dev"));
  }

  private PlanEdit.Answer plan(GitFixture team, String options, Release wish) throws Exception {
    String shop =
        Estate.application("shop", Estate.TEAM, "app", options)
            .replace("name: shop\n", "name: shop\n");
    return PlanEdit.plan(
        Estate.open(temp, Estate.cluster("").file("deps/shop.yaml", shop).commit("Begin"), team),
        wish,
        Progress.SILENT);
  }

  private static GitFixture team() {
    return GitFixture.repo(Estate.TEAM).defaultBranch("dev");
  }

  private static FileChange only(PlannedEdit edit) {
    return edit.plan().branches().stream()
        .map(BranchChange::files)
        .flatMap(List::stream)
        .reduce((a, b) -> {
          throw new AssertionError(a + " and " + b);
        })
        .orElseThrow();
  }

  @Test
  void aPlainManifestChangesInItsOneLine() throws Exception {
    GitFixture team = team().file("app/web.yaml", DEPLOYMENT.formatted(IMAGE + ":1.0")).commit("x");
    FileChange file = only(Estate.planned(plan(team, "", release("1.1"))));
    assertThat(lines(file))
        .containsExactly(
            "-          image: " + IMAGE + ":1.0 # pinned by hand",
            "+          image: " + IMAGE + ":1.1 # pinned by hand");
  }

  @Test
  void aDigestTakesThePlaceOfATagInAKustomization() throws Exception {
    GitFixture team =
        team()
            .file("app/web.yaml", DEPLOYMENT.formatted(IMAGE))
            .file(
                "app/kustomization.yaml",
                "resources:\n- web.yaml\nimages:\n# ours\n- name: %s\n  newTag: \"1.0\"\n"
                    .formatted(IMAGE))
            .commit("x");
    FileChange file = only(Estate.planned(plan(team, "", release("@sha256:" + "0".repeat(64)))));
    assertThat(file.after())
        .contains(
            "resources:\n- web.yaml\nimages:\n# ours\n- name: %s\n  digest: sha256:%s\n"
                .formatted(IMAGE, "0".repeat(64)));
  }

  @Test
  void aBaseThatOthersMayShareIsOverlaidAndNotChanged() throws Exception {
    GitFixture team =
        team()
            .file("base/web.yaml", DEPLOYMENT.formatted(IMAGE + ":1.0"))
            .file("base/kustomization.yaml", "resources: [web.yaml]\n")
            .file("app/kustomization.yaml", "resources:\n  - ../base\n")
            .commit("x");
    PlannedEdit edit = Estate.planned(plan(team, "", release("1.1")));
    assertThat(only(edit).after())
        .contains(
            "resources:\n  - ../base\nimages:\n  - name: %s\n    newTag: \"1.1\"\n"
                .formatted(IMAGE));
    assertThat(edit.plan().notes()).anyMatch(n -> n.contains("a base that others may share"));
  }

  @Test
  void whatTheApplicationItselfSetsIsChangedThere() throws Exception {
    GitFixture team =
        team()
            .file("app/web.yaml", DEPLOYMENT.formatted(IMAGE))
            .file(
                "app/kustomization.yaml",
                "resources: [web.yaml]\nimages:\n- name: %s\n  newTag: a\n".formatted(IMAGE))
            .commit("x");
    String options = "    kustomize:\n      images:\n        - %s:1.0\n".formatted(IMAGE);
    FileChange file = only(Estate.planned(plan(team, options, release("1.1"))));
    assertThat(file.path().value()).isEqualTo("deps/shop.yaml");
    assertThat(lines(file)).contains("+        - " + IMAGE + ":1.1");
  }

  @Test
  void aPatchOverTheImageIsChangedAndNotWhatItPatches() throws Exception {
    GitFixture team =
        team()
            .file("app/web.yaml", DEPLOYMENT.formatted(IMAGE + ":1.0"))
            .file(
                "app/kustomization.yaml",
                """
                resources: [web.yaml]
                patches:
                  - target: {kind: Deployment}
                    patch: |
                      - op: replace
                        path: /spec/template/spec/containers/0/image
                        value: %s:0.9
                """
                    .formatted(IMAGE))
            .commit("x");
    PlannedEdit edit = Estate.planned(plan(team, "", release("1.1")));
    assertThat(lines(only(edit)))
        .containsExactly("-        value: " + IMAGE + ":0.9", "+        value: " + IMAGE + ":1.1");
    assertThat(edit.plan().origins())
        .extracting(Plan.Origin::where)
        .containsExactly("a patch in app/kustomization.yaml");
  }

  @Test
  void whatSetsAnImageInNoWayThatIsKnownIsNoticedAndRefused() throws Exception {
    GitFixture team =
        team()
            .file("app/web.yaml", DEPLOYMENT.formatted(IMAGE + ":1.0"))
            .file(
                "app/kustomization.yaml",
                """
                resources: [web.yaml]
                replacements:
                  - source: {kind: Deployment, name: web, fieldPath: metadata.name}
                    targets:
                      - select: {kind: Deployment}
                        fieldPaths: [spec.template.spec.containers.0.image]
                """)
            .commit("x");
    assertThat(Estate.refused(plan(team, "", release("1.1")))).contains("has no image " + IMAGE);
  }

  @Test
  void anImageThatStandsInSeveralManifestsIsReleasedInAllOfThem() throws Exception {
    GitFixture team =
        team()
            .file("app/web.yaml", DEPLOYMENT.formatted(IMAGE + ":1.0"))
            .file(
                "app/job.yaml",
                DEPLOYMENT.formatted(IMAGE + ":0.9").replace("name: web", "name: job"))
            .commit("x");
    var files = Estate.planned(plan(team, "", release("1.1"))).plan().branches().getFirst().files();
    assertThat(files)
        .extracting(f -> f.path().value())
        .containsExactlyInAnyOrder("app/web.yaml", "app/job.yaml");
    assertThat(files).allMatch(f -> f.after().orElseThrow().contains(IMAGE + ":1.1"));
  }

  private static Release chart(String version) {
    return new Release("shop", List.of(), Optional.of(version), List.of("dev"));
  }

  private static final String CHARTS =
      """
      helmCharts:
      - name: redis
        repo: https://charts.example.com
        version: 1.0.0 # ours
      - name: web
        version: "2.0.0"
      """;

  @Test
  void theVersionOfOneOfSeveralChartsOfAKustomizationIsSet() throws Exception {
    GitFixture team = team().file("app/kustomization.yaml", CHARTS).commit("x");
    FileChange file = only(Estate.planned(plan(team, "", chart("web=2.1.0"))));
    assertThat(lines(file)).containsExactly("-  version: \"2.0.0\"", "+  version: \"2.1.0\"");
  }

  @Test
  void severalChartsWantAName() throws Exception {
    GitFixture team = team().file("app/kustomization.yaml", CHARTS).commit("x");
    assertThat(Estate.refused(plan(team, "", chart("2.1.0"))))
        .contains("several charts", "redis=2.1.0, web=2.1.0");
  }

  @Test
  void theVersionAChartDependsOnIsSetInTheChart() throws Exception {
    GitFixture team =
        team()
            .file(
                "app/Chart.yaml",
                """
                apiVersion: v2
                name: shop
                version: 0.1.0
                dependencies:
                  - name: redis
                    version: 1.0.0
                    repository: https://charts.example.com
                """)
            .file("app/Chart.lock", "dependencies: []\n")
            .commit("x");
    PlannedEdit edit = Estate.planned(plan(team, "", chart("1.1.0")));
    assertThat(lines(only(edit))).containsExactly("-    version: 1.0.0", "+    version: 1.1.0");
    assertThat(edit.plan().warnings()).anyMatch(w -> w.contains("app/Chart.lock still has"));
  }

  @Test
  void theStrongestValuesOfAChartAreChanged() throws Exception {
    GitFixture team =
        team()
            .file(
                "app/templates/web.yaml",
                DEPLOYMENT.formatted("{{ .Values.image.repository }}:{{ .Values.image.tag }}"))
            .file("app/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n")
            .file(
                "app/values.yaml",
                "image:\n  repository: %s\n  tag: \"1.0\" # default\n".formatted(IMAGE))
            .file(
                "app/values-dev.yaml", "image:\n  repository: %s\n  tag: '1.1'\n".formatted(IMAGE))
            .commit("x");
    String options = "    helm:\n      valueFiles: [values-dev.yaml]\n";
    FileChange file = only(Estate.planned(plan(team, options, release("2.0"))));
    assertThat(file.path().value()).isEqualTo("app/values-dev.yaml");
    assertThat(lines(file)).containsExactly("-  tag: '1.1'", "+  tag: '2.0'");
  }

  @Test
  void theVersionOfAChartIsTheApplicationsRevision() throws Exception {
    String shop =
        Estate.application("shop", "https://charts.example.com", "app", "")
            .replace("    path: app\n", "    chart: shop\n")
            .replace("targetRevision: dev", "targetRevision: 1.2.3");
    var opened =
        Estate.open(
            temp, Estate.cluster("").file("deps/shop.yaml", shop).commit("Begin"), Estate.team());
    var wish = new Release("shop", List.of(), Optional.of("1.3.0"), List.of("dev"));
    FileChange file = only(Estate.planned(PlanEdit.plan(opened, wish, Progress.SILENT)));
    assertThat(lines(file))
        .containsExactly("-    targetRevision: 1.2.3", "+    targetRevision: 1.3.0");
  }

  @Test
  void anImageThatIsNotThereIsRefusedWithThoseThatAre() throws Exception {
    GitFixture team = team().file("app/web.yaml", DEPLOYMENT.formatted("other:1.0")).commit("x");
    assertThat(Estate.refused(plan(team, "", release("1.1")))).contains("It has: other:1.0.");
  }
}
