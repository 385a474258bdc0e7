package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * One pull request over a fleet. East and west read the baseline as it is, lab by way of an overlay
 * of its own, north by way of one that needs a file the pull request removes.
 */
class PullRequestReviewTest {
  private static final String URL = "https://git.example.com/platform/baseline.git";
  private static final List<String> FLEET = List.of("east", "west", "lab", "north");
  private static final String PULL = "declared," + URL + "=refs/pull/7/head";

  @TempDir private Path folder = Path.of(".");
  private GitFixture baseline = GitFixture.repo(URL);

  @BeforeEach
  void estate() throws IOException {
    baseline =
        GitFixture.onDisk(folder.resolve("baseline.git"))
            .file("deps/proxy.yaml", deployment("1.4.0", 1))
            .file("deps/quota.yaml", configMap("quota"))
            .file("lab/kustomization.yaml", overlay("{name: proxy, count: 5}"))
            .file("lab/proxy.yaml", deployment("1.4.0", 1))
            .file("north/kustomization.yaml", "resources: [only.yaml]\n")
            .file("north/only.yaml", configMap("only"))
            .commit("Begin");
    baseline
        .branch("theirs")
        .file("deps/proxy.yaml", deployment("1.5.0", 1))
        .file("lab/proxy.yaml", deployment("1.5.0", 2))
        .delete("deps/quota.yaml")
        .delete("north/only.yaml")
        .commit("Take the new proxy")
        .ref("refs/pull/7/head");
    var workspace = new StringBuilder("name: fleet\nrepositories:\n");
    workspace.append("  - {url: \"%s\", remote: baseline.git}\nroots:\n".formatted(URL));
    for (String root : FLEET) {
      workspace.append("  - {name: %s, manifest: %s.yaml}\n".formatted(root, root));
      boolean own = root.equals("lab") || root.equals("north");
      Files.writeString(folder.resolve(root + ".yaml"), application(own ? root : "deps"));
    }
    Files.writeString(folder.resolve("workspace.yaml"), workspace);
  }

  private static String application(String path) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: baseline, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: %s}
      destination: {server: "https://kubernetes.default.svc", namespace: proxy}
    """
        .formatted(URL, path);
  }

  private static String deployment(String tag, int replicas) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: proxy}
    spec:
      replicas: %d
      selector: {matchLabels: {app: proxy}}
      template:
        metadata: {labels: {app: proxy}}
        spec: {containers: [{name: proxy, image: "example/proxy:%s"}]}
    """
        .formatted(replicas, tag);
  }

  private static String configMap(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n".formatted(name);
  }

  private static String overlay(String replicas) {
    return "resources: [proxy.yaml]\nreplicas: [" + replicas + "]\n";
  }

  private String said(int status, String... options) throws IOException {
    Path file = folder.resolve("said.txt");
    Files.deleteIfExists(file);
    var arguments = new ArrayList<>(List.of("diff", folder.toString(), "--from", "declared"));
    arguments.addAll(List.of(options));
    arguments.addAll(
        List.of("--clones", folder.resolve("clones").toString(), "-o", file.toString()));
    assertThat(CommandLineFace.run(arguments.toArray(String[]::new))).isEqualTo(status);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private JsonNode json(int status, String... options) throws IOException {
    var all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--format", "json"));
    return new ObjectMapper().readTree(said(status, all.toArray(String[]::new)));
  }

  @Test
  void whatAPullRequestHasNotMergedYetIsSaidToLookTakenBack() throws IOException {
    String words = "“refs/pull/7/head” of baseline lacks 1 commit of the first side";
    baseline.on("main").file("deps/later.yaml", configMap("later")).commit("Later");
    assertThat(said(0, "--to", PULL, "--root", "east")).contains(words, "- ConfigMap/proxy/later");
    assertThat(said(0, "--to", PULL, "--root", "east", "--since-diverged"))
        .doesNotContain(words, "later");
  }

  /** HEAD says another branch than the one that is declared, as where clusters read prod. */
  @Test
  void sinceTheyDivergedIsAboutTheBranchThatIsDeclared() throws IOException {
    baseline.on("main").branch("prod").file("deps/prod.yaml", configMap("prod")).commit("Prod");
    baseline.on("prod").branch("fix");
    baseline.file("deps/fix.yaml", configMap("fix")).commit("Fix it").ref("refs/pull/9/head");
    baseline.on("prod").file("deps/later.yaml", configMap("later")).commit("Go on");
    baseline.on("main").file("deps/main.yaml", configMap("main")).commit("Main goes on");
    Files.writeString(
        folder.resolve("east.yaml"),
        application("deps").replace("path: deps}", "path: deps, targetRevision: prod}"));

    String pull = PULL.replace("/7/", "/9/");
    assertThat(said(1, "--to", pull, "--root", "east", "--since-diverged", "--exit-code"))
        .contains("+ ConfigMap/proxy/fix", "1 of 1 node differs, 1 file differs")
        .doesNotContain("later", "main.yaml", "ConfigMap/proxy/prod");
    assertThat(said(0, "--to", "declared," + URL + "=prod", "--root", "east", "--since-diverged"))
        .as("the very branch that is declared")
        .contains("are equal");
  }

  @Test
  void aRepositoryThatIsNamedIsNeverEqualOnlyBecauseNothingReachesIt() throws IOException {
    String other = "https://git.example.com/platform/other.git";
    GitFixture.onDisk(folder.resolve("other.git"))
        .file("a.yaml", configMap("a"))
        .commit("Begin")
        .branch("theirs")
        .file("b.yaml", configMap("b"))
        .commit("More")
        .ref("refs/pull/7/head");
    Path file = folder.resolve("workspace.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("roots:", "  - {url: \"%s\", remote: other.git}\nroots:".formatted(other)));
    assertThat(said(0, "--to", "declared," + other + "=refs/pull/7/head"))
        .contains("added b.yaml", "1 file differs")
        .doesNotContain("are equal");
  }

  @Test
  void equalChangesAreToldOnceWithTheirRoots() throws IOException {
    JsonNode applications =
        json(0, "--to", PULL, "--root", "east", "--root", "west", "--root", "lab")
            .path("applications");
    assertThat(applications).hasSize(2);
    JsonNode alike = applications.get(0);
    assertThat(alike.path("roots")).extracting(JsonNode::asText).containsExactly("east", "west");
    assertThat(alike.path("resources"))
        .extracting(r -> r.path("key").asText() + " " + r.path("change").asText())
        .containsExactlyInAnyOrder(
            "apps/Deployment/proxy/proxy changed", "ConfigMap/proxy/quota removed");
    JsonNode other = applications.get(1);
    assertThat(other.path("roots")).extracting(JsonNode::asText).containsExactly("lab");
    // Its overlay says how many there are, so the other count of the file is none of its changes.
    assertThat(other.path("resources"))
        .flatExtracting(r -> r.path("fields").findValuesAsText("path"))
        .containsExactly("spec.template.spec.containers[name=proxy].image");
  }

  @Test
  void whatNoLongerRendersIsSaidAndIsNotCalledEqual() throws IOException {
    JsonNode north = json(4, "--to", PULL, "--root", "north").path("applications").get(0);
    assertThat(north.path("change").asText()).isEqualTo("unknown");
    assertThat(said(4, "--to", PULL)).contains("no longer renders").contains("only.yaml");
  }

  @Test
  void aCommentForTheRequestNamesRootsAndChanges() throws IOException {
    String comment = said(4, "--to", PULL, "--format", "markdown");
    assertThat(comment)
        .contains("east, west")
        .contains("1.4.0")
        .contains("1.5.0")
        .contains("no longer renders")
        .contains("### baseline at refs/pull/7/head, compared with declared")
        .contains("- removed `ConfigMap/proxy/quota`");
  }

  @Test
  void theFleetIsToldInOneSentence() throws IOException {
    assertThat(said(4, "--to", PULL))
        .contains(
            "4 roots: 2 change alike (east, west), 1 changes in its own way (lab), "
                + "1 no longer renders (north).");
  }

  @Test
  void aJobLearnsFromTheStatusWhetherAnythingChanges() throws IOException {
    said(1, "--to", PULL, "--root", "east", "--exit-code");
    said(0, "--to", "declared", "--root", "east", "--exit-code");
  }

  @Test
  void aRequestThatMovedIsFetchedAgain() throws IOException {
    assertThat(said(0, "--to", PULL, "--root", "east")).contains("1.5.0");
    baseline
        .file("deps/proxy.yaml", deployment("1.6.0", 1))
        .commit("Newer")
        .ref("refs/pull/7/head");
    assertThat(said(0, "--to", PULL, "--root", "east")).contains("1.6.0").doesNotContain("1.5.0");
  }

  @Test
  void aRequestThatIsNotThereFailsAndIsNotCalledEqual() throws IOException {
    assertThat(said(3, "--to", "declared," + URL + "=refs/pull/8/head")).isEmpty();
  }
}
