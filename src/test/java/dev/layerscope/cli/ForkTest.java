package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A baseline that was forked: both sides went on, one change of the other's was taken over as a
 * patch, and the fork's environments are branches of its own.
 */
class ForkTest {
  private static final String FORK = "https://git.example.com/platform/baseline.git";
  private static final String UPSTREAM = "https://git.example.com/upstream/baseline.git";

  @TempDir private Path folder = Path.of(".");
  private GitFixture fork = GitFixture.repo(FORK);
  private GitFixture upstream = GitFixture.repo(UPSTREAM);

  @BeforeEach
  void estate() throws IOException {
    fork = begin("fork.git").branch("dev");
    fork.file("deps/child.yaml", child("dev")).commit("Our own branch");
    fork.file("deps/ours.yaml", configMap("ours", "1")).commit("Ours");
    fork.file("deps/patch.yaml", configMap("patch", "1")).commit("Taken over");
    upstream = begin("upstream.git");
    upstream.file("deps/patch.yaml", configMap("patch", "1")).commit("A patch");
    upstream.file("deps/shared.yaml", configMap("shared", "2")).commit("A newer shared one");
    upstream.file("deps/fresh.yaml", configMap("fresh", "1")).commit("Something fresh");
    write("");
    Files.writeString(folder.resolve("east.yaml"), application("baseline-deps", "HEAD"));
  }

  private GitFixture begin(String name) throws IOException {
    return GitFixture.onDisk(folder.resolve(name))
        .file("deps/child.yaml", child("main"))
        .file("deps/shared.yaml", configMap("shared", "1"))
        .file("apps/app.yaml", configMap("app", "1"))
        .commit("Begin");
  }

  private void write(String more) throws IOException {
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: fleet
        repositories:
          - {url: "%s", remote: fork.git, forkOf: "%s", defaultBranch: dev}
          - {url: "%s", remote: upstream.git}
        %sroots:
          - {name: east, manifest: east.yaml}
        environments:
          - {name: dev, branch: dev}
          - {name: prod, branch: main}
        """
            .formatted(FORK, UPSTREAM, UPSTREAM, more));
  }

  private static String application(String name, String revision) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: deps, targetRevision: %s}
      destination: {server: "https://kubernetes.default.svc", namespace: base}
    """
        .formatted(name, FORK, revision);
  }

  private static String child(String revision) {
    return application("child", revision).replace("path: deps", "path: apps");
  }

  private static String configMap(String name, String value) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {a: \"%s\"}\n"
        .formatted(name, value);
  }

  private String said(int status, String command, String... options) throws IOException {
    Path file = folder.resolve("said.txt");
    Files.deleteIfExists(file);
    var arguments = new ArrayList<>(List.of(command, folder.toString()));
    arguments.addAll(List.of(options));
    arguments.addAll(
        List.of("--clones", folder.resolve("clones").toString(), "-o", file.toString()));
    assertThat(CommandLineFace.run(arguments.toArray(String[]::new))).isEqualTo(status);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void whatEachHasAndTheOtherLacksIsShown() throws IOException {
    assertThat(said(0, "diff", "--fork", FORK, "--env", "dev"))
        .contains("ConfigMap/base/fresh")
        .contains("- ConfigMap/base/ours")
        .contains("Something fresh")
        .contains("Ours  → baseline-deps");
  }

  @Test
  void commitsThatAreTheSamePatchAreFolded() throws IOException {
    assertThat(said(0, "diff", "--fork", FORK, "--env", "dev"))
        .contains("3 commits only on the second side, 1 of them on both as the same patch");
  }

  /** Each side's own branch, where an Application names it, is no difference. */
  @Test
  void whatEachSideCallsItsOwnBranchIsHidden() throws IOException {
    assertThat(said(0, "diff", "--fork", FORK, "--env", "dev"))
        .contains("1 hidden by 1 rule (targetRevision equals its branch")
        .doesNotContain("\"dev\" → \"main\"");
  }

  @Test
  void aBranchOfTheOtherIsASideLikeAnyOther() throws IOException {
    String other = "dev," + FORK + "=refs/upstream/heads/main";
    assertThat(said(1, "diff", "--from", "dev", "--to", other, "--exit-code"))
        .contains("ConfigMap/base/fresh");
  }

  @Test
  void onlyWhatAMergeWouldBringIsShownSinceTheyDiverged() throws IOException {
    assertThat(said(0, "diff", "--fork", FORK, "--env", "dev", "--since-diverged"))
        .contains("ConfigMap/base/fresh")
        .doesNotContain("- ConfigMap/base/ours");
  }

  @Test
  void theMergeIsPlannedWithTheForksOwnBranches() throws IOException {
    String plan = said(0, "merge", "--repo", FORK, "--env", "dev", "--dry-run");
    assertThat(plan)
        .contains("deps/fresh.yaml")
        .contains("deps/shared.yaml")
        .contains("brings 3 commits")
        .doesNotContain("deps/child.yaml")
        .doesNotContain("b/deps/ours.yaml")
        .doesNotContain("targetRevision");
  }

  @Test
  void onceMergedNothingOfTheOtherIsLacking() throws IOException {
    said(0, "merge", "--repo", FORK, "--env", "dev");
    assertThat(said(0, "diff", "--fork", FORK, "--env", "dev", "--since-diverged"))
        .doesNotContain("fresh");
    said(2, "merge", "--repo", FORK, "--env", "dev", "--dry-run");
  }

  @Test
  void bothHavingChangedTheSameLinesIsAConflictAndNothingIsWritten() throws IOException {
    fork.file("deps/shared.yaml", configMap("shared", "3")).commit("Ours, too");
    assertThat(said(2, "merge", "--repo", FORK, "--env", "dev")).isEmpty();
  }

  @Test
  void historiesWithNothingInCommonAreComparedAndSaid() throws IOException {
    upstream.orphan("apart").file("deps/apart.yaml", configMap("apart", "1")).commit("Apart");
    assertThat(said(0, "diff", "--fork", FORK, "--env", "dev", "--upstream-branch", "apart"))
        .contains("ConfigMap/base/apart")
        .contains("no common ancestor");
    said(2, "merge", "--repo", FORK, "--env", "dev", "--upstream-branch", "apart");
  }

  @Test
  void aBranchTheOtherHasNotAndARepositoryThatIsNoForkAreRefused() throws IOException {
    said(3, "diff", "--fork", FORK, "--upstream-branch", "none");
    said(2, "diff", "--fork", UPSTREAM);
  }
}
