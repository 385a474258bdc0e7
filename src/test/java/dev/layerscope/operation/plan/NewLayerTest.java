package dev.layerscope.operation.plan;

import static dev.layerscope.git.GitBinary.git;
import static dev.layerscope.operation.SampleSession.files;
import static dev.layerscope.operation.SampleSession.lines;
import static dev.layerscope.operation.SampleSession.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Step;
import dev.layerscope.edit.intention.NewCluster;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.OnTheSample;
import dev.layerscope.operation.changeset.UndoChangeSet;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Layers and clusters are stacked on the sample. */
class NewLayerTest extends OnTheSample {
  private static NewLayer over(List<String> wired, String... environments) {
    return new NewLayer(
        "data-pipeline",
        Optional.empty(),
        new NewLayer.Place.Over("baseline", wired),
        List.of(environments));
  }

  private static List<String> names(Hierarchy hierarchy, String root) {
    return hierarchy.reachedFrom(hierarchy.root(root).orElseThrow().declared()).stream()
        .map(id -> id.name())
        .toList();
  }

  @Test
  void aLayerOverAnotherIsARepositoryWhoseBranchesAreAChain() throws Exception {
    String before = sample().everything();
    PlannedEdit edit = sample().plan(over(List.of()));
    assertThat(sample().everything()).as("a plan writes nothing").isEqualTo(before);
    assertThat(edit.plan().branches())
        .extracting(BranchChange::branch)
        .containsExactly("dev", "qa", "prod");
    assertThat(files(edit.plan().branches().getFirst()))
        .containsExactly(
            "+ res/.gitkeep", "+ deps/data-pipeline-res.yaml", "+ deps/baseline-deps.yaml");
    assertThat(edit.previews()).allSatisfy(p -> assertThat(p.changes()).isEmpty());

    sample().commitAsPromised(edit);

    assertThat(sample().file("platform/data-pipeline", "qa", "deps/data-pipeline-res.yaml"))
        .isEqualTo(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: data-pipeline-res
              namespace: openshift-gitops
            spec:
              project: platform
              source:
                repoURL: https://git.example.com/platform/data-pipeline.git
                path: res
                targetRevision: qa
              destination:
                server: https://kubernetes.default.svc
              syncPolicy:
                automated:
                  prune: true
                  selfHeal: true
                retry:
                  limit: 20
                  backoff:
                    duration: 10s
                    factor: 2
                    maxDuration: 5m
            """);
    Path clone = sample().folderOf("data-pipeline");
    assertThat(git(clone, "rev-list", "--count", "prod").strip()).isEqualTo("3");
    assertThat(git(clone, "merge-base", "--is-ancestor", "dev", "qa")).isEmpty();
    assertThat(git(clone, "diff", "--stat", "dev", "qa")).contains("2 files changed, 2 insertions");
    assertThat(sample().workspaceFile())
        .contains(
            "  - url: https://git.example.com/platform/data-pipeline.git\n"
                + "    defaultBranch: dev\nroots:");
  }

  @Test
  void undoingALayerTakesItsBranchesAndItsLineInTheWorkspace() throws Exception {
    String before = sample().everything();
    sample().commit(sample().plan(over(List.of())));
    sample().reopen();
    var undo = new UndoChangeSet(sample().clones());
    undo.undo(sample().opened(), undo.latest(sample().opened()).orElseThrow(), Progress.SILENT);
    assertThat(sample().everything()).isEqualTo(before);
  }

  @Test
  void aSecondParentForOneApplicationIsRefusedWithBothFiles() throws Exception {
    assertThat(sample().refused(over(List.of("my-cluster"), "dev")))
        .contains("baseline-deps is in my-cluster already")
        .contains("type-a:deps/baseline-deps.yaml")
        .contains("data-pipeline:deps/baseline-deps.yaml")
        .contains("between type-a and baseline");
  }

  @Test
  void theLayerBelowIsReadAsItIsReadNow() throws Exception {
    Path folder = java.nio.file.Files.createDirectory(folder().resolve("recursed"));
    var cluster =
        Estate.cluster("    directory: {recurse: true, include: '*/app.yaml'}\n")
            .file("deps/one/app.yaml", Estate.application("one", Estate.TEAM, "app", ""))
            .commit("Begin");
    var wish =
        new NewLayer(
            "edge", Optional.empty(), new NewLayer.Place.Over("east", List.of()), List.of("dev"));
    try (Opened opened = Estate.open(folder, cluster, Estate.team())) {
      PlannedEdit edit =
          Estate.planned(PlanEdit.plan(opened, wish, dev.layerscope.work.Progress.SILENT));
      assertThat(edit.plan().branches().getFirst().files())
          .filteredOn(f -> f.path().name().equals("east-deps.yaml"))
          .singleElement()
          .satisfies(
              f -> assertThat(f.after().orElseThrow()).contains("recurse: true", "*/app.yaml"));
    }
  }

  @Test
  void aLayerWithoutABaseIsWiredIntoARoot() throws Exception {
    var wish =
        new NewLayer(
            "tools",
            Optional.of(url("platform/tools")),
            new NewLayer.Place.Beside(List.of("my-cluster")),
            List.of("dev"));
    PlannedEdit edit = sample().plan(wish);
    assertThat(files(edit.plan().branches().getFirst()))
        .containsExactly("+ res/.gitkeep", "+ deps/tools-res.yaml");
    assertThat(files(edit.plan().branches().getLast())).containsExactly("+ deps/tools-deps.yaml");
    sample().commitAsPromised(edit);
    assertThat(names(sample().hierarchy("dev"), "my-cluster")).contains("tools-deps", "tools-res");
    assertThat(names(sample().hierarchy("dev"), "east")).doesNotContain("tools-deps");
  }

  @Test
  void aLayerBetweenTwoIsThreeStepsReleasedByHand() throws Exception {
    var wish =
        new NewLayer(
            "family",
            Optional.empty(),
            new NewLayer.Place.Between("my-cluster", "type-a"),
            List.of("dev"));
    PlannedEdit edit = sample().plan(wish);
    List<Step> steps = edit.plan().steps();
    assertThat(steps).hasSize(3);
    assertThat(lines(steps.getFirst().branches().getFirst().files().getFirst()))
        .containsExactly("+  annotations:", "+    argocd.argoproj.io/sync-options: Prune=false");
    assertThat(steps.get(1).branches())
        .extracting(b -> b.repository().shortName())
        .containsExactly("family", "my-cluster");
    assertThat(files(steps.get(1).branches().getFirst()))
        .contains("+ deps/family-res.yaml", "+ deps/type-a-deps.yaml");
    assertThat(files(steps.get(1).branches().getLast()))
        .containsExactly("+ deps/family-deps.yaml", "- deps/type-a-deps.yaml");
    assertThat(steps.get(1).release()).contains("type-a-deps is synced on my-cluster in dev");
    assertThat(lines(steps.getLast().branches().getFirst().files().getFirst()))
        .containsExactly("-  annotations:", "-    argocd.argoproj.io/sync-options: Prune=false");

    String moved = sample().file("clusters/my-cluster", "dev", "deps/type-a-deps.yaml");
    assertThat(sample().commitAsPromised(edit)).hasSize(3);
    assertThat(sample().file("platform/family", "dev", "deps/type-a-deps.yaml")).isEqualTo(moved);
    HierarchyNode below = parent(sample().hierarchy("dev"));
    assertThat(below.name()).isEqualTo("family-deps");
  }

  private static HierarchyNode parent(Hierarchy hierarchy) {
    return hierarchy.nodes().stream()
        .filter(n -> n.name().equals("type-a-deps"))
        .filter(n -> n.id().controlPlane().equals("my-cluster"))
        .flatMap(n -> hierarchy.parentsOf(n.id()).stream())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aClusterIsOneBranchOneRootAndOneManifestToApply() throws Exception {
    sample().commit(sample().plan(over(List.of())));
    sample().reopen();
    var wish = new NewCluster("north", Optional.empty(), List.of("data-pipeline"), "prod");
    PlannedEdit edit = sample().plan(wish);
    assertThat(edit.plan().branches())
        .singleElement()
        .satisfies(b ->
            assertThat(files(b))
                .containsExactlyInAnyOrder(
                    "+ bootstrap/north-deps.yaml",
                    "+ deps/north-res.yaml",
                    "+ deps/data-pipeline-deps.yaml",
                    "+ res/.gitkeep"));
    assertThat(edit.plan().apply())
        .get()
        .extracting(f -> f.after().orElseThrow())
        .asString()
        .contains("name: north-deps", "path: deps", "targetRevision: prod");

    sample().commitAsPromised(edit);

    assertThat(sample().workspaceFile())
        .contains(
            """
              - name: north
                repoURL: https://git.example.com/clusters/north.git
                revision: prod
                path: bootstrap/north-deps.yaml
                environments:
                  - prod
            """);
    assertThat(names(sample().hierarchy("prod"), "north"))
        .contains(
            "north-deps",
            "north-res",
            "data-pipeline-deps",
            "data-pipeline-res",
            "baseline-deps",
            "baseline-res");
  }

  @Test
  void aClusterWaitsForTheEnvironmentOfItsLayer() throws Exception {
    sample().commit(sample().plan(over(List.of(), "dev")));
    sample().reopen();
    var wish = new NewCluster("north", Optional.empty(), List.of("data-pipeline"), "prod");
    assertThat(sample().refused(wish)).contains("data-pipeline has no branch prod yet");
  }

  @Test
  void twoLayersOverOneBaseAreRefusedInOneCluster() throws Exception {
    var wish = new NewCluster("north", Optional.empty(), List.of("type-a", "baseline"), "dev");
    assertThat(sample().refused(wish)).contains("both bring baseline-deps");
  }

  @Test
  void aNameThatIsTakenOrNoNameIsRefused() throws Exception {
    var place = new NewLayer.Place.Over("baseline", List.of());
    assertThat(sample().refused(new NewLayer("type-a", Optional.empty(), place, List.of("dev"))))
        .contains("taken");
    assertThat(sample().refused(new NewLayer("Type A", Optional.empty(), place, List.of("dev"))))
        .contains("no Kubernetes name");
    assertThat(
            sample()
                .refused(
                    new NewLayer(
                        "x",
                        Optional.empty(),
                        new NewLayer.Place.Over("basline", List.of()),
                        List.of("dev"))))
        .contains("no root or layer “basline”");
  }
}
