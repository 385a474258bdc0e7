package dev.layerscope.cli;

import static dev.layerscope.git.GitBinary.git;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The commands that edit, on a cluster whose remote takes pushes. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class EditCommandsTest {
  private static final String TEAM = "https://git.example.com/teams/dreamteam.git";

  @TempDir private Path temp;

  @BeforeEach
  void aWorkspaceWithARemote() throws Exception {
    Path bundles = Path.of("sample-workspace/bundles").toAbsolutePath();
    git(
        temp,
        "clone",
        "-q",
        "--mirror",
        bundles.resolve("my-cluster.bundle").toString(),
        "my-cluster.git");
    var text = new StringBuilder("name: pushed\nargocd: {namespace: openshift-gitops}\n");
    text.append("repositories:\n");
    text.append(repository("clusters/my-cluster", "my-cluster.git"));
    for (String name :
        List.of(
            "platform/baseline",
            "platform/type-a",
            "teams/aurora",
            "teams/borealis",
            "teams/dreamteam")) {
      text.append(repository(name, bundles + "/" + Path.of(name).getFileName() + ".bundle"));
    }
    text.append(
        "roots:\n  - {name: my-cluster, revision: prod, path: bootstrap/my-cluster-deps.yaml,");
    text.append(" repoURL: \"https://git.example.com/clusters/my-cluster.git\"}\n");
    text.append("environments: [{name: dev, branch: dev}, {name: qa, branch: qa}]\n");
    Files.writeString(temp.resolve("workspace.yaml"), text);
    assertThat(run("tree").status()).isZero();
    for (Path clone : clones()) {
      git(clone, "config", "user.name", "Robin Example");
      git(clone, "config", "commit.gpgsign", "false");
      git(clone, "config", "user.email", "robin@example.com");
    }
  }

  private static String repository(String name, String remote) {
    return "  - {url: \"https://git.example.com/%s.git\", remote: %s, defaultBranch: dev}\n"
        .formatted(name, remote);
  }

  @Test
  void aDryRunPrintsADiffThatGitTakesAndWritesNothing() throws Exception {
    String before = git(clone("my-cluster"), "for-each-ref");
    Printed ran = team("--dry-run");
    assertThat(ran.status()).isZero();
    assertThat(git(clone("my-cluster"), "for-each-ref")).isEqualTo(before);
    git(temp, "clone", "-q", "-b", "dev", "my-cluster.git", "work");
    Path patch = Files.writeString(temp.resolve("x.patch"), ran.out());
    assertThat(git(temp.resolve("work"), "apply", "--stat", patch.toString()))
        .contains("deps/dreamteam.yaml", "4 files changed");
  }

  @Test
  void whatIsCommittedIsPushedByAnActOfItsOwnAndTakenBackByAnother() throws Exception {
    String printed = team("--format", "json").out();
    assertThat(JsonSchemas.violations("plan", printed)).isEmpty();
    JsonNode json = new ObjectMapper().readTree(printed);
    JsonNode set = json.path("changeSets").get(0);
    String commit = set.path("repositories").get(0).path("commit").asText();
    assertThat(remote("dev")).isNotEqualTo(commit);

    assertThat(run("push").out()).contains("dev  is at " + commit.substring(0, 7));
    assertThat(remote("dev")).isEqualTo(commit);
    assertThat(run("push").out()).contains("Nothing is left to be pushed");

    assertThat(run("undo", set.path("id").asText()).status()).isZero();
    assertThat(run("push").status()).isZero();
    assertThat(git(temp.resolve("my-cluster.git"), "diff", "--stat", "dev~2", "dev")).isEmpty();
    git(temp.resolve("my-cluster.git"), "fsck", "--strict");
  }

  @Test
  void aPlanSaysWhereItMeetsOneThatWasKept() throws Exception {
    Printed first =
        run(
            "retarget",
            "--app",
            "aurora",
            "--path",
            "other",
            "--env",
            "dev",
            "--dry-run",
            "--format",
            "json");
    Path kept = Files.writeString(temp.resolve("kept.json"), first.out());
    String[] removal = {
      "remove",
      "--app",
      "aurora",
      "--env",
      "dev",
      "--dry-run",
      "--beside",
      kept.toString(),
      "--format",
      "json"
    };
    String printed = run(removal).out();
    assertThat(JsonSchemas.violations("plan", printed)).isEmpty();
    JsonNode conflict = new ObjectMapper().readTree(printed).path("conflicts").get(0);
    assertThat(conflict.path("with").asText()).contains("aurora from other");
    assertThat(conflict.path("place").asText()).isEqualTo("deps/aurora.yaml of my-cluster on dev");
    removal[removal.length - 1] = "text";
    assertThat(run(removal).out()).contains("conflict: meets “");
    assertThat(team("--dry-run", "--beside", kept.toString()).out()).doesNotContain("conflict:");

    Files.writeString(kept, "{}");
    Printed refused = run(removal);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("is no plan as --dry-run --format json prints it");
  }

  @Test
  void aStepIsNotPushedTogetherWithTheOneBeforeIt() throws Exception {
    Printed removed = run("remove", "--app", "aurora", "--env", "dev", "--format", "json");
    assertThat(removed.status()).isZero();
    assertThat(JsonSchemas.violations("plan", removed.out())).isEmpty();
    assertThat(new ObjectMapper().readTree(removed.out()).path("changeSets"))
        .extracting(s -> s.path("environments").get(0).path("hierarchy").path("removed").size())
        .containsExactly(4, 1);
    Printed first = run("push");
    assertThat(first.out())
        .contains("Waiting: Remove what belonged to aurora (confirm that aurora");
    assertThat(git(temp.resolve("my-cluster.git"), "show", "--stat", "dev"))
        .contains("deps/aurora.yaml")
        .doesNotContain("aurora-project");
    Printed second = run("push");
    assertThat(second.out()).doesNotContain("Waiting");
    assertThat(git(temp.resolve("my-cluster.git"), "show", "--stat", "dev"))
        .contains("deps/aurora-project.yaml");
  }

  @Test
  void aTopicIsPushedForReview() throws Exception {
    team("--topic", "review/dreamteam");
    assertThat(run("push").out()).contains("review/dreamteam  is at");
    assertThat(git(temp.resolve("my-cluster.git"), "log", "-1", "--format=%s", "review/dreamteam"))
        .isEqualTo("Bind team dreamteam in my-cluster\n");
  }

  @Test
  void aRemoteWhoseHooksDecideIsLeftToGitAndNothingOfItIsRun() throws Exception {
    Path hook = temp.resolve("my-cluster.git/hooks/pre-receive");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\ntouch " + temp.resolve("was-run") + "\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    String before = remote("dev");
    team();
    Printed refused = run("push");
    assertThat(refused.status()).isEqualTo(ExitStatus.WORLD);
    assertThat(refused.out()).contains("has a hook (pre-receive)", "Push with git: git -C");
    assertThat(remote("dev")).isEqualTo(before);
    assertThat(temp.resolve("was-run")).doesNotExist();
  }

  @Test
  void aRefusalIsOneSentenceAndAStatus() throws Exception {
    Printed diamond =
        run("new", "layer", "--name", "x", "--over", "baseline", "--wire", "my-cluster");
    assertThat(diamond.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(diamond.err()).contains("baseline-deps is in my-cluster already");
    assertThat(run("new", "layer", "--name", "x").err()).contains("--over LAYER");
    assertThat(run("promote", "--from", "dev", "--to", "prod").err())
        .contains("There is no environment “prod”");
    assertThat(run("release", "--app", "aurora", "--image", "web", "--env", "dev").err())
        .contains("“web” is not NAME=TAG");
    assertThat(run("undo").err()).contains("nothing that was committed here");
  }

  private Printed team(String... more) {
    var all =
        new ArrayList<>(
            List.of("new", "team", "--name", "dreamteam", "--in", "my-cluster", "--env", "dev"));
    all.addAll(List.of("--repo", TEAM));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  /** Runs a command on the workspace: it goes behind the command's own words. */
  private Printed run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add(arguments[0].equals("new") ? 2 : 1, temp.toString());
    all.addAll(List.of("--clones", temp.resolve("clones").toString()));
    return Printed.by(all.toArray(String[]::new));
  }

  private String remote(String branch) throws Exception {
    return git(temp.resolve("my-cluster.git"), "rev-parse", branch).strip();
  }

  private List<Path> clones() throws IOException {
    try (Stream<Path> all = Files.list(temp.resolve("clones"))) {
      return all.filter(f -> f.toString().endsWith(".git")).toList();
    }
  }

  private Path clone(String name) throws IOException {
    return clones().stream()
        .filter(f -> f.getFileName().toString().startsWith(name + "-"))
        .findFirst()
        .orElseThrow();
  }
}
