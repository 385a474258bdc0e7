package dev.layerscope.operation.plan;

import static dev.layerscope.operation.Estate.TEAM;
import static dev.layerscope.operation.Estate.application;
import static dev.layerscope.operation.Estate.binding;
import static dev.layerscope.operation.Estate.cluster;
import static dev.layerscope.operation.Estate.paths;
import static dev.layerscope.operation.Estate.planned;
import static dev.layerscope.operation.Estate.refused;
import static dev.layerscope.operation.Estate.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.Estate;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a team's files go, learnt from what is there. */
class TeamPlacesTest {
  private static final String PROJECT =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: AppProject
      metadata:
        name: old
        namespace: argocd
      """;
  private static final String OLD =
      application("old", "https://git.example.com/teams/old.git", ".", "")
          .replace("project: default", "project: old");

  @TempDir private Path folder;

  private PlanEdit.Answer plan(GitFixture cluster, TeamBinding binding) throws Exception {
    return PlanEdit.plan(
        Estate.open(folder, cluster.commit("Begin"), team()), binding, Progress.SILENT);
  }

  @Test
  void fourNewFilesLieInDeps() throws Exception {
    assertThat(
            paths(
                plan(
                    cluster("")
                        .file("deps/other.yaml", application("other", Estate.CLUSTER, "res", "")),
                    binding())))
        .containsExactly(
            "deps/new-team-namespace.yaml",
            "deps/new-team-project.yaml",
            "deps/new-team-rbac.yaml",
            "deps/new-team.yaml");
  }

  @Test
  void aKustomizationGetsFourEntriesInItsStyle() throws Exception {
    var edit =
        planned(
            plan(
                cluster("")
                    .file("deps/old.yaml", application("old", TEAM, "x", ""))
                    .file(
                        "deps/kustomization.yaml", "resources:\n- old.yaml # first\nlabels: []\n"),
                binding()));
    FileChange listing = edit.plan().branches().getFirst().files().getFirst();
    assertThat(edit.plan().branches().getFirst().files()).hasSize(5);
    assertThat(listing.after())
        .contains(
            """
            resources:
            - old.yaml # first
            - new-team-namespace.yaml
            - new-team-project.yaml
            - new-team-rbac.yaml
            - new-team.yaml
            labels: []
            """);
  }

  @Test
  void aNamespaceTransformerIsRefusedWithTheReason() throws Exception {
    assertThat(
            refused(
                plan(
                    cluster("")
                        .file("deps/old.yaml", application("old", TEAM, "x", ""))
                        .file(
                            "deps/kustomization.yaml",
                            "namespace: argocd\nresources: [old.yaml]\n"),
                    binding())))
        .contains("deps/kustomization.yaml of east on dev sets namespace: argocd")
        .contains("would move or rename all of the new objects");
  }

  @Test
  void recursedNeighboursGetOneFolderMore() throws Exception {
    assertThat(
            paths(
                plan(
                    cluster("    directory: {recurse: true}\n")
                        .file("deps/teams/old/app.yaml", OLD)
                        .file("deps/teams/old/project.yaml", PROJECT),
                    binding())))
        .containsExactlyInAnyOrder(
            "deps/teams/new-team/app.yaml",
            "deps/teams/new-team/project.yaml",
            "deps/teams/new-team/new-team-namespace.yaml",
            "deps/teams/new-team/new-team-rbac.yaml");
  }

  @Test
  void aRecursedFolderWithoutTeamsGetsAFolderForThem() throws Exception {
    assertThat(
            paths(
                plan(
                    cluster("    directory: {recurse: true}\n").file("deps/x/a.yaml", PROJECT),
                    binding())))
        .allMatch(path -> path.startsWith("deps/teams/new-team/"));
  }

  @Test
  void filesThatArgoCdWouldNotPickUpAreRefused() throws Exception {
    assertThat(
            refused(
                plan(
                    cluster("    directory: {include: 'old*.yaml'}\n")
                        .file("deps/old.yaml", PROJECT),
                    binding())))
        .contains("would not be picked up")
        .contains("Only “old*.yaml” is read there");
  }

  @Test
  void whereOnlyOneFileOfAFolderIsReadAllGoesIntoIt() throws Exception {
    String one = application("one", Estate.CLUSTER, "apps/one", "");
    GitFixture estate =
        cluster("    directory: {recurse: true, include: '*/app.yaml'}\n")
            .file("deps/one/app.yaml", one)
            .file("deps/two/app.yaml", one.replace("name: one", "name: two"));
    PlanEdit.Answer answer = plan(estate, binding());
    assertThat(paths(answer)).containsExactly("deps/new-team/app.yaml");
    String text =
        planned(answer).plan().branches().getFirst().files().getFirst().after().orElseThrow();
    assertThat(text.split("(?m)^---$")).hasSize(4);
  }

  @Test
  void aNameThatIsTakenIsRefusedNamingBothPlaces() throws Exception {
    var taken = TeamBinding.of("old", new RepoUrl(TEAM), "east", "dev");
    assertThat(
            refused(
                plan(cluster("").file("deps/old.yaml", OLD).file("deps/p.yaml", PROJECT), taken)))
        .contains("east:deps/old.yaml:1")
        .contains("deps of east on dev");
  }

  @Test
  void aQuotaIsPutIntoTheNamespace() throws Exception {
    var binding =
        new TeamBinding(
            "new-team",
            new RepoUrl(TEAM),
            "east",
            Optional.of("shop"),
            Optional.of("G 1"),
            Optional.of("# limits\nkind: ResourceQuota\napiVersion: v1\nmetadata:\n  name: q\n"),
            false,
            List.of("dev"));
    var files =
        planned(plan(cluster("").file("deps/p.yaml", PROJECT), binding))
            .plan()
            .branches()
            .getFirst()
            .files();
    assertThat(files.get(3).after())
        .contains(
            """
            # limits
            kind: ResourceQuota
            apiVersion: v1
            metadata:
              name: q
              namespace: shop
            """);
  }

  @Test
  void aTeamWithoutABranchForTheEnvironmentIsRefused() throws Exception {
    var cluster = cluster("").file("deps/p.yaml", PROJECT).commit("Begin").branch("qa");
    cluster.file(
        "bootstrap/east.yaml",
        application("east-deps", Estate.CLUSTER, "deps", "")
            .replace("targetRevision: dev", "targetRevision: qa"));
    var inQa = TeamBinding.of("new-team", new RepoUrl(TEAM), "east", "qa");
    assertThat(refused(plan(cluster, inQa)))
        .contains("has no branch qa")
        .contains("There are: dev");
  }

  @Test
  void aBranchThatIsNotTheEnvironmentsIsNotWritten() throws Exception {
    var cluster =
        cluster("").file("deps/p.yaml", PROJECT).commit("Begin").branch("qa").file("x", "y");
    var inQa = TeamBinding.of("new-team", new RepoUrl(TEAM), "east", "qa");
    assertThat(refused(plan(cluster, inQa)))
        .contains("Nothing of “east” is read at the branch of qa");
  }

  @Test
  void aRootNobodyCanLookIntoIsRefusedWithTheReason() throws Exception {
    assertThat(
            refused(
                plan(
                    cluster("    plugin: {name: secrets}\n").file("deps/p.yaml", PROJECT),
                    binding())))
        .contains("no Application in dev whose folder of manifests could be written to")
        .contains("plugin");
  }
}
