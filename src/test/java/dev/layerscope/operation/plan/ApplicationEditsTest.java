package dev.layerscope.operation.plan;

import static dev.layerscope.operation.SampleSession.files;
import static dev.layerscope.operation.SampleSession.lines;
import static dev.layerscope.operation.SampleSession.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Step;
import dev.layerscope.edit.intention.Moving;
import dev.layerscope.edit.intention.NewApplication;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.edit.intention.Renaming;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.OnTheSample;
import dev.layerscope.work.Progress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Applications come, go, move and change what they read, in the sample. */
class ApplicationEditsTest extends OnTheSample {
  private static final List<String> DEV = List.of("dev");

  @Test
  void aNewApplicationTakesThePlatformsProjectAndNeverATeams() throws Exception {
    var wish =
        new NewApplication(
            "alerts",
            "my-cluster",
            url("platform/baseline"),
            "monitoring",
            Optional.empty(),
            Optional.of("monitoring"),
            DEV);
    PlannedEdit edit = sample().plan(wish);
    sample().commitAsPromised(edit);
    assertThat(sample().file("clusters/my-cluster", "dev", "deps/alerts.yaml"))
        .contains(
            "project: platform", "targetRevision: dev", "namespace: monitoring\n  syncPolicy");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() throws Exception {
    var wish =
        new NewApplication(
            "alerts",
            "my-cluster",
            url("platform/baseline"),
            "nowhere",
            Optional.empty(),
            Optional.empty(),
            DEV);
    assertThat(sample().refused(wish)).contains("has no folder nowhere at dev");
  }

  @Test
  void aTeamIsMadeWithARepositoryOfEveryEnvironment() throws Exception {
    var binding =
        new TeamBinding(
            "nightshift",
            url("teams/nightshift"),
            "my-cluster",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            DEV);
    PlannedEdit edit = sample().plan(binding);
    assertThat(edit.plan().branches())
        .extracting(b -> b.repository().shortName() + " " + b.branch())
        .containsExactly("nightshift dev", "nightshift qa", "nightshift prod", "my-cluster dev");
    sample().commitAsPromised(edit);
    var clone = sample().clone("teams/nightshift");
    assertThat(List.of("dev", "qa", "prod"))
        .allSatisfy(b ->
            assertThat(clone.branch(b).orElseThrow().commit())
                .isEqualTo(clone.branch("dev").orElseThrow().commit()));
    assertThat(sample().snapshot("teams/nightshift", "qa").list(dev.layerscope.git.TreePath.ROOT))
        .singleElement()
        .satisfies(e -> assertThat(e.name()).isEqualTo("README.md"));
  }

  @Test
  void removingATeamTakesTheApplicationFirstAndLeavesTheNamespace() throws Exception {
    PlannedEdit edit = sample().plan(new Removal("aurora", DEV));
    assertThat(edit.plan().steps()).hasSize(2);
    assertThat(files(edit.plan().steps().getFirst().branches().getFirst()))
        .containsExactly("- deps/aurora.yaml");
    assertThat(files(edit.plan().steps().getLast().branches().getFirst()))
        .containsExactlyInAnyOrder("- deps/aurora-project.yaml", "- deps/aurora-rbac.yaml");
    assertThat(edit.plan().steps().getLast().release()).contains("aurora is gone from my-cluster");
    assertThat(edit.plan().warnings())
        .anyMatch(w -> w.contains("no finalizer") && w.contains("Deployment"));
    assertThat(edit.plan().notes())
        .anyMatch(n -> n.contains("Namespace aurora stays: Prune=false"));
    sample().commitAsPromised(edit);
  }

  private static List<String> names(dev.layerscope.edit.Preview preview) {
    return preview.changes().stream().map(c -> c.change() + " " + c.id().name()).toList();
  }

  @Test
  void movingKeepsThenMovesThenLetsGo() throws Exception {
    PlannedEdit edit = sample().plan(new Moving("tracing", "type-a", DEV));
    assertThat(edit.plan().steps()).extracting(s -> s.branches().size()).containsExactly(1, 2, 1);
    assertThat(edit.plan().warnings()).anyMatch(w -> w.contains("new on east"));
    assertThat(edit.steps())
        .extracting(step -> names(step.previews().getFirst()))
        .containsExactly(
            List.of("CHANGED tracing"),
            List.of("MOVED tracing", "ADDED tracing"),
            List.of("CHANGED tracing", "CHANGED tracing"));
    String text = sample().file("clusters/my-cluster", "dev", "deps/tracing.yaml");
    sample().commitAsPromised(edit);
    assertThat(sample().file("platform/type-a", "dev", "deps/tracing.yaml")).isEqualTo(text);
  }

  @Test
  void aNewNameIsANewApplicationAndThatIsSaid() throws Exception {
    PlannedEdit edit = sample().plan(new Renaming("tracing", "traces", DEV));
    assertThat(edit.plan().warnings()).anyMatch(w -> w.contains("A new name is a new Application"));
    assertThat(edit.plan().branches())
        .singleElement()
        .satisfies(
            b -> assertThat(files(b)).containsExactly("+ deps/traces.yaml", "- deps/tracing.yaml"));
    assertThat(sample().refused(new Renaming("tracing", "aurora", DEV))).contains("taken");
  }

  @Test
  void anApplicationWithACascadeLetsGoBeforeItIsRenamed() throws Exception {
    String cascade =
        Estate.application("old", Estate.TEAM, "app", "")
            .replace(
                "  namespace: argocd\n",
                "  namespace: argocd\n  finalizers: [resources-finalizer.argocd.argoproj.io]\n");
    GitFixture cluster = Estate.cluster("").file("deps/old.yaml", cascade).commit("Begin");
    PlannedEdit edit =
        Estate.planned(
            PlanEdit.plan(
                Estate.open(
                    java.nio.file.Files.createDirectory(folder().resolve("own")),
                    cluster,
                    Estate.team()),
                new Renaming("old", "new", DEV),
                Progress.SILENT));
    List<Step> steps = edit.plan().steps();
    assertThat(steps).hasSize(2);
    assertThat(lines(steps.getFirst().branches().getFirst().files().getFirst()))
        .containsExactly("-  finalizers: [resources-finalizer.argocd.argoproj.io]");
    assertThat(steps.getLast().release()).contains("old is synced on east");
  }

  @Test
  void anApplicationIsPinnedInOneLine() throws Exception {
    String commit = sample().clone("platform/type-a").branch("dev").orElseThrow().commit();
    PlannedEdit edit =
        sample()
            .plan(
                new Retargeting(
                    "my-cluster//type-a-deps", Optional.of(commit), Optional.empty(), DEV));
    assertThat(lines(edit.plan().branches().getFirst().files().getFirst()))
        .containsExactly("-    targetRevision: dev", "+    targetRevision: " + commit);
    assertThat(edit.newErrors()).isEmpty();
    assertThat(
            sample()
                .refused(new Retargeting("tracing", Optional.of("nowhere"), Optional.empty(), DEV)))
        .contains("nowhere");
    assertThat(
            sample()
                .refused(new Retargeting("type-a-deps", Optional.of("qa"), Optional.empty(), DEV)))
        .contains("declared in several files");
  }

  @Test
  void whatStandsBesideTheWorkspaceFileIsForItsOwner() throws Exception {
    assertThat(sample().refused(new Removal("nobody", DEV))).contains("no Application “nobody”");
    assertThat(sample().refused(new Removal("my-cluster-deps", DEV)))
        .contains("a root's own Application");
  }
}
