package dev.layerscope.ui.compare.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.edit.intention.UpstreamMerge;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.SelectionText;
import dev.layerscope.operation.compare.Compare;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody writes into the pickers is asked, and what it names is fetched. */
class CompareSidesTest {
  private static final String FORK = "https://git.example.com/ours.git";
  private static final String UPSTREAM = "https://git.example.com/theirs.git";

  @TempDir private Path folder = Path.of(".");

  @BeforeEach
  void estate() throws IOException {
    GitFixture fork = begin("ours.git");
    fork.branch("topic").file("deps/a.yaml", configMap("a", "asked for")).commit("A request");
    fork.ref("refs/pull/7/head").remove("refs/heads/topic");
    begin("theirs.git").file("deps/fresh.yaml", configMap("fresh", "1")).commit("Fresh");
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: two
        repositories:
          - {url: "%s", remote: ours.git, forkOf: "%s"}
          - {url: "%s", remote: theirs.git}
        roots:
          - {name: east, manifest: east.yaml}
        environments:
          - {name: dev, branch: main}
        """
            .formatted(FORK, UPSTREAM, UPSTREAM));
    Files.writeString(
        folder.resolve("east.yaml"),
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: east-deps, namespace: argocd}
        spec:
          project: default
          source: {repoURL: "%s", path: deps, targetRevision: main}
          destination: {server: "https://kubernetes.default.svc", namespace: east}
        """
            .formatted(FORK));
  }

  private GitFixture begin(String name) throws IOException {
    return GitFixture.onDisk(folder.resolve(name))
        .file("deps/a.yaml", configMap("a", "as it is"))
        .commit("Begin");
  }

  private static String configMap(String name, String value) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {a: \"%s\"}\n"
        .formatted(name, value);
  }

  /** The objects that differ between what is written on both sides. */
  private String differing(String base, String incoming) throws Exception {
    Path clones = folder.resolve("clones");
    try (Opened opened = new OpenWorkspace(clones).open(folder, Progress.SILENT)) {
      assertThat(CompareSides.offered(opened)).contains("dev", "declared", "fork:" + FORK);
      Question question =
          new CompareSides(opened, clones, Selection.DECLARED)
              .question(base, incoming, Progress.SILENT)
              .question();
      return String.join(
          " ",
          Compare.compare(opened, question, Progress.SILENT).applications().stream()
              .flatMap(a -> a.resources().stream())
              .map(r -> r.change().word() + " " + r.key().name())
              .toList());
    }
  }

  @Test
  void aPullRequestIsFetchedAndHeldBesideWhatIs() throws Exception {
    assertThat(differing("declared", "declared," + FORK + "=refs/pull/7/head"))
        .isEqualTo("changed a");
  }

  @Test
  void aForkIsHeldBesideWhatItWasForkedFrom() throws Exception {
    assertThat(differing("dev", "fork:" + FORK)).isEqualTo("added fresh");
  }

  @Test
  void theMergeOfAForkIsPlannedIntoTheEnvironmentItIsComparedWith() throws Exception {
    Path clones = folder.resolve("clones");
    try (Opened opened = new OpenWorkspace(clones).open(folder, Progress.SILENT)) {
      assertThat(merge(opened, "dev")).contains(FORK + " dev");
      assertThat(merge(opened, "declared")).as("no branch to merge into").isEmpty();
    }
  }

  /** Repository and environment of the merge that the page would plan. */
  private Optional<String> merge(Opened opened, String base) throws Exception {
    Question question =
        new CompareSides(opened, folder.resolve("clones"), Selection.DECLARED)
            .question(base, "fork:" + FORK, Progress.SILENT)
            .question();
    Comparison comparison = Compare.compare(opened, question, Progress.SILENT);
    assertThat(CompareTicks.possible(comparison)).as("is no promotion").isFalse();
    return CompareTicks.merge(comparison)
        .map(beside -> CompareTicks.merging(comparison, beside))
        .map(wish ->
            wish instanceof EditWish.Ready ready && ready.intention() instanceof UpstreamMerge merge
                ? merge.repository().text() + " " + merge.environment()
                : "another wish");
  }

  @Test
  void whatIsNoSideIsSaid() {
    assertThatThrownBy(() -> differing("dev", "fork:" + UPSTREAM))
        .isInstanceOf(SelectionText.Unreadable.class)
        .hasMessageContaining(UPSTREAM);
    assertThatThrownBy(() -> differing("dev", "nowhere"))
        .isInstanceOf(SelectionText.Unreadable.class)
        .hasMessageContaining("nowhere");
  }
}
