package dev.layerscope.operation.plan;

import static dev.layerscope.operation.Estate.CLUSTER;
import static dev.layerscope.operation.Estate.TEAM;
import static dev.layerscope.operation.Estate.application;
import static dev.layerscope.operation.Estate.cluster;
import static dev.layerscope.operation.Estate.planned;
import static dev.layerscope.operation.Estate.refused;
import static dev.layerscope.operation.Estate.team;
import static dev.layerscope.operation.SampleSession.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.Estate;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new layer between a root and an Application that is no layer: it moves below as it is. */
class BetweenApplicationTest {
  private static final String ELSEWHERE =
      application("metrics", "https://charts.example.org/stable", ".", "")
          .replace("path: .", "chart: metrics")
          .replace("targetRevision: dev", "targetRevision: 1.2.3");

  @TempDir private Path folder;

  private PlanEdit.Answer between(String lower) throws Exception {
    return between(
        "east",
        lower,
        cluster("")
            .file("deps/metrics.yaml", ELSEWHERE)
            .file("deps/res.yaml", application("res", CLUSTER, "bootstrap", "")),
        team());
  }

  private PlanEdit.Answer between(String upper, String lower, GitFixture estate, GitFixture other)
      throws Exception {
    return PlanEdit.plan(
        Estate.open(folder, estate.commit("Begin"), other),
        new NewLayer(
            "mid",
            Optional.of(new RepoUrl("https://git.example.com/platform/mid.git")),
            new NewLayer.Place.Between(upper, lower),
            List.of("dev")),
        Progress.SILENT);
  }

  @Test
  void aChartMovesInThreeStepsWithItsVersion() throws Exception {
    PlannedEdit edit = planned(between("metrics"));
    assertThat(edit.plan().steps()).hasSize(3);
    var second = edit.plan().steps().get(1).branches();
    assertThat(files(second.getFirst())).contains("+ deps/metrics.yaml", "+ deps/mid-res.yaml");
    assertThat(files(second.getLast()))
        .containsExactlyInAnyOrder("+ deps/mid-deps.yaml", "- deps/metrics.yaml");
    assertThat(edit.plan().notes()).contains("metrics is no layer of its own; it moves as it is.");
    assertThat(second.getFirst().files())
        .anyMatch(f -> f.after().filter(t -> t.contains("targetRevision: 1.2.3")).isPresent());
  }

  @Test
  void whatTheUpperOneDoesNotDeclareIsStillRefused() throws Exception {
    assertThat(refused(between("logging"))).contains("There is no root or layer “logging”");
  }

  @Test
  void whereEachHasAFolderOfItsOwnTheLayerGetsOne() throws Exception {
    GitFixture estate =
        cluster("    directory: {recurse: true, include: '*/app.yaml'}\n")
            .file("deps/metrics/app.yaml", ELSEWHERE)
            .file("deps/res/app.yaml", application("res", CLUSTER, "bootstrap", ""));
    var second =
        planned(between("east", "metrics", estate, team())).plan().steps().get(1).branches();
    assertThat(files(second.getFirst())).contains("+ deps/metrics.yaml");
    assertThat(files(second.getLast()))
        .containsExactlyInAnyOrder("+ deps/mid-deps/app.yaml", "- deps/metrics/app.yaml");
  }

  @Test
  void ofSeveralFoldersOfTheUpperLayerTheOneThatDeclaresTheLowerIsMeant() throws Exception {
    GitFixture upper =
        team()
            .file("one/other.yaml", ELSEWHERE.replace("name: metrics", "name: other"))
            .file("two/metrics.yaml", ELSEWHERE)
            .commit("More");
    GitFixture estate =
        cluster("")
            .file("deps/one.yaml", application("one", TEAM, "one", ""))
            .file("deps/two.yaml", application("two", TEAM, "two", ""));
    PlanEdit.Answer answer = between(new RepoUrl(TEAM).shortName(), "metrics", estate, upper);
    assertThat(files(planned(answer).plan().steps().get(1).branches().getLast()))
        .containsExactlyInAnyOrder("+ two/mid-deps.yaml", "- two/metrics.yaml");
  }

  @Test
  void whatItsOldParentLeavesAloneAnywayMovesInOneStep() throws Exception {
    String annotated =
        "namespace: argocd\n  annotations: {argocd.argoproj.io/sync-options: Prune=false}";
    String kept = ELSEWHERE.replace("namespace: argocd", annotated);
    GitFixture estate =
        cluster("")
            .file("deps/metrics.yaml", kept)
            .file("deps/res.yaml", application("res", CLUSTER, "bootstrap", ""));
    var steps = planned(between("east", "metrics", estate, team())).plan().steps();
    assertThat(steps).hasSize(1);
    assertThat(files(steps.getFirst().branches().getLast()))
        .containsExactlyInAnyOrder("+ deps/mid-deps.yaml", "- deps/metrics.yaml");
  }
}
