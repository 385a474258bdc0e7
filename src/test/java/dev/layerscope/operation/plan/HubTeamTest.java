package dev.layerscope.operation.plan;

import static dev.layerscope.operation.Estate.CLUSTER;
import static dev.layerscope.operation.Estate.application;
import static dev.layerscope.operation.Estate.cluster;
import static dev.layerscope.operation.Estate.paths;
import static dev.layerscope.operation.Estate.planned;
import static dev.layerscope.operation.Estate.refused;
import static dev.layerscope.operation.Estate.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.Change;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.git.GitFixture;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Estate;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub binds a team whose workloads go to another cluster than the hub's own folder. */
class HubTeamTest {
  private static final String SPOKE = "https://spoke-1:6443";
  private static final String PROJECT =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: AppProject
      metadata: {name: old, namespace: argocd}
      spec:
        sourceRepos: ["https://git.example.com/teams/old.git"]
        destinations: [{server: "https://spoke-1:6443", namespace: old}]
      """;

  @TempDir private Path folder;

  /** A hub whose teams all live in a spoke. */
  private static GitFixture hub(String sourceOptions) {
    String old =
        application("old", "https://git.example.com/teams/old.git", ".", "")
            .replace("https://kubernetes.default.svc", SPOKE)
            .replace("project: default", "project: old");
    return cluster(sourceOptions).file("deps/old.yaml", old).file("deps/old-project.yaml", PROJECT);
  }

  private PlanEdit.Answer bind(GitFixture hub) throws Exception {
    return PlanEdit.plan(
        Estate.open(folder, hub.commit("Begin"), team()), Estate.binding(), Progress.SILENT);
  }

  private static String text(PlanEdit.Answer answer, String path) {
    return planned(answer).plan().branches().getFirst().files().stream()
        .filter(file -> file.path().value().equals(path))
        .findFirst()
        .flatMap(FileChange::after)
        .orElseThrow();
  }

  @Test
  void theNamespaceAndTheRightsLieBesideTheFolderWithAnApplicationThatDeliversThem()
      throws Exception {
    PlanEdit.Answer answer = bind(hub(""));
    assertThat(paths(answer))
        .containsExactlyInAnyOrder(
            "bindings/new-team/namespace.yaml",
            "bindings/new-team/rbac.yaml",
            "deps/new-team-project.yaml",
            "deps/new-team-binding.yaml",
            "deps/new-team.yaml");
    assertThat(text(answer, "deps/new-team-binding.yaml"))
        .contains(
            "project: default",
            "repoURL: " + CLUSTER,
            "path: bindings/new-team",
            "targetRevision: dev",
            "server: " + SPOKE)
        .doesNotContain("finalizers");
  }

  @Test
  void theProjectLetsTheTeamIntoTheOneNamespaceOfItsCluster() throws Exception {
    PlanEdit.Answer answer = bind(hub(""));
    assertThat(text(answer, "deps/new-team-project.yaml"))
        .contains(
            "destinations:\n    - server: " + SPOKE + "\n      namespace: new-team",
            "clusterResourceWhitelist: []");
    assertThat(text(answer, "deps/new-team.yaml"))
        .contains("server: " + SPOKE + "\n    namespace: new-team", "retry:");
  }

  @Test
  void thePreviewShowsBothApplicationsAndNoNewError() throws Exception {
    var edit = planned(bind(hub("")));
    assertThat(edit.newErrors()).isEmpty();
    assertThat(edit.plan().notes()).anyMatch(n -> n.contains("new-team-binding delivers them"));
    assertThat(edit.previews().getFirst().ids(Change.ADDED))
        .extracting(NodeId::name)
        .containsExactlyInAnyOrder("new-team", "new-team", "new-team/app", "new-team-binding");
  }

  @Test
  void aKustomizationOfTheHubListsWhatLiesInItsFolderOnly() throws Exception {
    PlanEdit.Answer answer =
        bind(
            hub("")
                .file("deps/kustomization.yaml", "resources:\n- old.yaml\n- old-project.yaml\n"));
    assertThat(text(answer, "deps/kustomization.yaml"))
        .contains("- new-team-binding.yaml", "- new-team.yaml")
        .doesNotContain("bindings/");
  }

  @Test
  void whereEverythingIsReadNothingCanLieBeside() throws Exception {
    GitFixture hub =
        hub("")
            .file(
                "deps/all.yaml",
                application("all", CLUSTER, ".", "    directory: {recurse: true}\n"));
    assertThat(refused(bind(hub)))
        .contains(
            "the team's namespace would be made in the wrong cluster",
            "all would read bindings/new-team, too",
            "delivered to " + SPOKE);
  }

  @Test
  void removingTheTeamSaysWhoStillDeliversItsNamespace() throws Exception {
    GitFixture bound =
        hub("").file("deps/old-binding.yaml", application("old-binding", CLUSTER, "bindings", ""));
    var removal =
        PlanEdit.plan(
            Estate.open(folder, bound.commit("Begin"), team()),
            new Removal("old", List.of("dev")),
            Progress.SILENT);
    assertThat(planned(removal).plan().notes())
        .anyMatch(note -> note.startsWith("old-binding still delivers"));
  }
}
