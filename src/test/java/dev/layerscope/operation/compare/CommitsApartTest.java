package dev.layerscope.operation.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.export.DiffText;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dev has and qa lacks, commit by commit. */
class CommitsApartTest {
  private static final String WEB = Estate.application("web", Estate.TEAM, "app", "");

  @TempDir private Path folder = Path.of(".");

  private final GitFixture cluster =
      Estate.cluster("").file("deps/web.yaml", WEB).commit("Begin").branch("qa").on("dev");

  private CommitsApart apart() throws Exception {
    return apart(cluster);
  }

  private CommitsApart apart(GitFixture cluster) throws Exception {
    try (Opened opened = Estate.open(folder, cluster, Estate.team())) {
      var question = Question.tips(Selection.environment("qa"), Selection.environment("dev"));
      return Compare.compare(opened, question, Progress.SILENT).repositories().stream()
          .filter(r -> r.url().text().equals(Estate.CLUSTER))
          .findFirst()
          .orElseThrow()
          .commits();
    }
  }

  @Test
  void ofAShallowCloneTheyAreCountedAsFarAsItGoesAndSaidToBe() throws Exception {
    GitFixture east = GitFixture.onDisk(folder.resolve("remote.git"));
    east.defaultBranch("dev").file("deps/web.yaml", WEB).commit("Begin").branch("qa").on("dev");
    for (int i = 0; i < 3; i++) {
      east.file("deps/web.yaml", WEB + "# " + i + "\n").commit("More " + i);
    }
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: shallow
        repositories: [{url: "%1$s", depth: 1}]
        roots: [{name: east, repoURL: "%1$s", path: deps/web.yaml}]
        environments: [{name: dev, branch: dev}, {name: qa, branch: qa}]
        """
            .formatted(east.url().text()));
    try (Opened opened =
        new OpenWorkspace(folder.resolve("clones")).open(folder, Progress.SILENT)) {
      var question = Question.tips(Selection.environment("qa"), Selection.environment("dev"));
      Comparison comparison = Compare.compare(opened, question, Progress.SILENT);
      CommitsApart apart = comparison.repositories().getFirst().commits();
      assertThat(apart.onlyTo().count()).isEqualTo(1);
      assertThat(apart.uncertain()).isTrue();
      assertThat(apart.related()).as("nobody knows").isTrue();
      assertThat(DiffText.print(DescribeDiff.of(comparison, "qa", "dev")))
          .contains("counted as far as the shallow clone goes");
    }
  }

  private static List<String> effects(CommitsApart.Told told) {
    return told.effects().stream()
        .map(e -> e.change().word() + " " + e.kind() + " " + e.name())
        .toList();
  }

  @Test
  void eachIsToldWithItsFilesItsReadersAndWhatItDoesToTheHierarchy() throws Exception {
    cluster.file("deps/api.yaml", WEB.replace("name: web", "name: api")).commit("Add api");
    cluster.file("deps/web.yaml", WEB.replace("targetRevision: dev", "targetRevision: v2"));
    cluster.commit("Pin web");
    cluster.delete("deps/api.yaml").commit("Take api away");
    List<CommitsApart.Told> newest = apart().onlyTo().newest();
    assertThat(newest)
        .extracting(told -> told.commit().subject())
        .containsExactly("Take api away", "Pin web", "Add api");
    assertThat(newest)
        .extracting(CommitsApartTest::effects)
        .containsExactly(
            List.of("removed Application api"),
            List.of("changed Application web"),
            List.of("added Application api"));
    assertThat(newest.get(1).effects().getFirst().retargeted().orElseThrow().to())
        .contains("\"v2\"");
    assertThat(newest.getLast().files())
        .extracting(f -> f.value())
        .containsExactly("deps/api.yaml");
    assertThat(newest.getLast().applications()).containsExactly("east-deps");
  }

  @Test
  void aFileThatIsMovedOrWrittenOtherwiseDoesNothingToTheHierarchy() throws Exception {
    cluster.delete("deps/web.yaml").file("deps/other.yaml", "# moved\n" + WEB).commit("Move");
    assertThat(apart().onlyTo().newest())
        .singleElement()
        .satisfies(told -> {
          assertThat(told.files()).hasSize(1);
          assertThat(told.effects()).isEmpty();
        });
  }

  @Test
  void theSamePatchOnBothSidesIsFolded() throws Exception {
    cluster.file("deps/x.yaml", "kind: X\n").commit("On dev");
    cluster.on("qa").file("y", "1").commit("Only on qa").file("deps/x.yaml", "kind: X\n");
    cluster.commit("Picked");
    CommitsApart apart = apart();
    assertThat(apart.onlyTo().folded()).isEqualTo(1);
    assertThat(apart.onlyFrom().folded()).isEqualTo(1);
    assertThat(apart.onlyTo().newest().getFirst().equivalent())
        .contains(apart.onlyFrom().newest().getFirst().commit().id());
    assertThat(apart.onlyFrom().newest().getLast().equivalent()).isEmpty();
  }

  @Test
  void withoutACommonAncestorEveryCommitIsOnOneSideAndThatIsSaid() throws Exception {
    GitFixture parted = Estate.cluster("").file("deps/web.yaml", WEB).commit("Begin");
    parted
        .orphan("qa")
        .file("bootstrap/east.yaml", Estate.application("east-deps", Estate.CLUSTER, "deps", ""))
        .commit("Anew");
    CommitsApart apart = apart(parted);
    assertThat(apart.related()).isFalse();
    assertThat(apart.mergeBase()).isEmpty();
    assertThat(apart.onlyTo().count()).isEqualTo(1);
    assertThat(apart.onlyTo().newest().getFirst().effects())
        .extracting(CommitsApart.Effect::change)
        .containsOnly(Change.ADDED);
  }

  @Test
  void whatCannotBeReadAsYamlIsNotGuessedAt() throws Exception {
    cluster
        .file("deps/broken.yaml", "apiVersion: argoproj.io/v1alpha1\n  kind: [\n")
        .commit("Oops");
    assertThat(apart().onlyTo().newest().getFirst().effects()).isEmpty();
  }
}
