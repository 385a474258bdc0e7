package dev.layerscope.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.export.DiffText;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Comparison.ComparedApplication;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be looked at on one side is said, and is never "no difference". */
class BadSidesTest {
  private static final String CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n";

  @TempDir private Path folder = Path.of(".");

  private static String web(String branch) {
    return Estate.application("web", Estate.TEAM, "app", "")
        .replace("targetRevision: dev", "targetRevision: " + branch);
  }

  private static GitFixture cluster() {
    return Estate.cluster("")
        .file("deps/web.yaml", web("dev"))
        .commit("Begin")
        .branch("qa")
        .file("bootstrap/east.yaml", root("qa"))
        .file("deps/web.yaml", web("qa"))
        .commit("Our branch");
  }

  private static String root(String branch) {
    return Estate.application("east-deps", Estate.CLUSTER, "deps", "")
        .replace("targetRevision: dev", "targetRevision: " + branch);
  }

  private Comparison compare(GitFixture cluster, GitFixture team) throws Exception {
    try (Opened opened = Estate.open(folder, cluster, team)) {
      return Compare.compare(
          opened,
          Question.tips(Selection.environment("dev"), Selection.environment("qa")),
          Progress.SILENT);
    }
  }

  private static String text(Comparison comparison) {
    return DiffText.print(DescribeDiff.of(comparison, "dev", "qa"));
  }

  private static ComparedApplication application(Comparison comparison, String name) {
    return comparison.applications().stream()
        .filter(a -> a.change().node().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBranchThatOneRepositoryLacksIsUnknownAndNamed() throws Exception {
    Comparison comparison = compare(cluster(), Estate.team());
    assertThat(comparison.anythingUnknown()).isTrue();
    assertThat(application(comparison, "web").effective()).isEqualTo(Change.UNKNOWN);
    assertThat(text(comparison)).contains("no longer renders").doesNotContain("are equal");
    assertThat(comparison.repositories())
        .filteredOn(r -> r.url().text().equals(Estate.TEAM))
        .singleElement()
        .matches(r -> r.unknown().orElseThrow().contains("qa"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: [\n", "data: {a: \n", "data: : :\n"})
  void invalidYamlOnOneSideIsUnknownAndNothingIsCalledRemoved(String broken) throws Exception {
    GitFixture team =
        Estate.team().branch("qa").file("app/config.yaml", CONFIG + broken).commit("Break");
    Comparison comparison = compare(cluster(), team);
    ComparedApplication web = application(comparison, "web");
    assertThat(web.effective()).isEqualTo(Change.UNKNOWN);
    assertThat(web.resources()).isEmpty();
    assertThat(text(comparison)).doesNotContain("are equal").doesNotContain("- ConfigMap");
  }

  @Test
  void whatRendersOnTheSecondSideOnlyIsUnknown() throws Exception {
    GitFixture team =
        GitFixture.repo(Estate.TEAM)
            .defaultBranch("dev")
            .file("other/x.yaml", CONFIG)
            .commit("No app yet")
            .branch("qa")
            .file("app/config.yaml", CONFIG)
            .commit("App");
    Comparison comparison = compare(cluster(), team);
    assertThat(application(comparison, "web").unknown().orElseThrow()).startsWith("did not render");
    assertThat(text(comparison)).doesNotContain("are equal");
  }

  @Test
  void binaryFilesThatDifferAreNamed() throws Exception {
    GitFixture team =
        Estate.team()
            .file("app/logo.png", "\u0000\u0001one")
            .commit("Logo")
            .branch("qa")
            .file("app/logo.png", "\u0000\u0001two")
            .commit("Other logo");
    Comparison comparison = compare(cluster(), team);
    assertThat(comparison.anythingUnknown()).isFalse();
    assertThat(text(comparison)).contains("modified app/logo.png").contains("3 files differ");
  }

  @Test
  void oneLineOfAHundredThousandIsFound() throws Exception {
    String many =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "  key-%06d: value\n".formatted(i))
            .collect(Collectors.joining("", CONFIG + "data:\n", ""));
    GitFixture team =
        Estate.team()
            .file("app/config.yaml", many)
            .commit("Generate")
            .branch("qa")
            .file("app/config.yaml", many.replace("key-077777: value", "key-077777: other"))
            .commit("Generate again");
    assertThat(application(compare(cluster(), team), "web").resources())
        .flatExtracting(r -> r.fields())
        .extracting(FieldChange::path)
        .containsExactly("data.key-077777");
  }

  @Test
  void aRefThatNoRepositoryHasIsNoSide() throws Exception {
    try (Opened opened = Estate.open(folder, cluster(), Estate.team())) {
      assertThatThrownBy(
              () -> RefSomewhere.check(opened, SelectionText.read("qaa", opened.workspace())))
          .hasMessageContaining("qaa");
      RefSomewhere.check(opened, SelectionText.read("ref:qa", opened.workspace()));
    }
  }

  @Test
  void aRepositoryWithoutTheRefIsReadAsDeclaredFilesToo() throws Exception {
    GitFixture team =
        GitFixture.repo(Estate.TEAM)
            .defaultBranch("main")
            .file("app/config.yaml", CONFIG + "data: {a: newest}\n")
            .commit("Newest")
            .orphan("dev")
            .file("app/config.yaml", CONFIG)
            .commit("What runs");
    GitFixture cluster = Estate.cluster("").file("deps/web.yaml", web("dev")).commit("Begin");
    cluster.branch("topic").file("README.md", "# East\n").commit("Say what it is");
    try (Opened opened = Estate.open(folder, cluster, team)) {
      Comparison comparison =
          Compare.compare(
              opened,
              Question.tips(
                  SelectionText.read("declared", opened.workspace()),
                  SelectionText.read("ref:topic", opened.workspace())),
              Progress.SILENT);
      assertThat(comparison.differences()).isZero();
      assertThat(comparison.repositories())
          .flatExtracting(r -> r.files())
          .extracting(f -> f.path().value())
          .containsExactly("README.md");
    }
  }

  @Test
  void ofValuesAsLongAsABookAReportShowsWhereTheyDiffer() throws Exception {
    String book = "x".repeat(200_000);
    GitFixture team =
        Estate.team()
            .file("app/config.yaml", CONFIG + "data: {a: \"" + book + "one\"}\n")
            .commit("A book")
            .branch("qa")
            .file("app/config.yaml", CONFIG + "data: {a: \"" + book + "two\"}\n")
            .commit("Another end");
    Comparison comparison = compare(cluster(), team);
    assertThat(text(comparison))
        .hasSizeLessThan(3_000)
        .contains("xxone\" (200005 characters) → … xx")
        .contains("xxtwo\" (200005 characters)");
  }
}
