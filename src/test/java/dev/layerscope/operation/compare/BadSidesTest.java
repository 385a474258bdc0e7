package dev.layerscope.operation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.export.DiffText;
import dev.layerscope.export.MatrixDocument;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.SelectionText;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
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
    assertThat(web.resources())
        .as("what the first side renders can be looked at")
        .singleElement()
        .matches(object -> object.change() == Change.UNKNOWN)
        .matches(object -> object.from().isPresent() && object.to().isEmpty());
    assertThat(web.size()).as("known differences").isZero();
    assertThat(text(comparison))
        .contains("? only the first side is known: ConfigMap/c")
        .doesNotContain("are equal")
        .doesNotContain("- ConfigMap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<<<<<<< HEAD\nkey: [\n", "- just\n- a list\n", "data: {a: b}\n"})
  void whatAFileDeclaredThatArgoCdPassesOverIsRemovedAndTheFileNamed(String nothing)
      throws Exception {
    GitFixture team = Estate.team().branch("qa").file("app/config.yaml", nothing).commit("Break");
    Comparison comparison = compare(cluster(), team);
    assertThat(application(comparison, "web").resources())
        .singleElement()
        .matches(object -> object.change() == Change.REMOVED)
        .extracting(ResourceChange::risks)
        .asInstanceOf(InstanceOfAssertFactories.list(Risk.class))
        .extracting(Risk::kind)
        .containsExactly(Risk.Kind.FILE_PASSED_OVER);
    assertThat(text(comparison)).contains("! its file app/config.yaml is still there but ");
  }

  @Test
  void anApplicationWhoseFileIsPassedOverIsRemovedAndTheFileNamed() throws Exception {
    GitFixture cluster =
        cluster().file("deps/web.yaml", "kind: [Application\n").commit("Break the declaration");
    Comparison comparison = compare(cluster, Estate.team().branch("qa"));
    assertThat(application(comparison, "web").risks())
        .extracting(Risk::kind)
        .containsExactly(Risk.Kind.APPLICATION_REMOVED, Risk.Kind.FILE_PASSED_OVER);
  }

  @Test
  void whatIsReallyTakenOutIsRemovedWithoutAWordAboutItsFile() throws Exception {
    GitFixture team =
        Estate.team()
            .file("app/config.yaml", CONFIG + "---\n" + CONFIG.replace("name: c", "name: d"))
            .commit("Two of them")
            .branch("qa")
            .file("app/config.yaml", CONFIG)
            .commit("One of them");
    assertThat(application(compare(cluster(), team), "web").resources())
        .singleElement()
        .matches(object -> object.change() == Change.REMOVED)
        .matches(object -> object.risks().isEmpty());
  }

  @Test
  void aFileOfOtherLineBreaksIsOfTheSameMeaningAndOtherwiseWritten() throws Exception {
    GitFixture team =
        Estate.team()
            .branch("qa")
            .file("app/config.yaml", CONFIG.replace("\n", "\r\n"))
            .commit("From another system");
    Comparison comparison = compare(cluster(), team);
    assertThat(application(comparison, "web").resources())
        .singleElement()
        .matches(ResourceChange::formattingOnly);
    assertThat(text(comparison)).contains("formatting only").doesNotContain("are equal");
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
    ComparedApplication web = application(comparison, "web");
    assertThat(web.unknown().orElseThrow()).startsWith("did not render");
    assertThat(web.resources())
        .singleElement()
        .matches(object -> object.from().isEmpty() && object.to().isPresent());
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
  void aCommitIsASideOfTheOneRepositoryThatHasItAndTheOthersAreReadAsDeclared() throws Exception {
    GitFixture team = Estate.team().branch("qa").file("app/config.yaml", CONFIG).commit("Ours");
    try (Opened opened = Estate.open(folder, cluster(), team)) {
      String commit =
          ((Repositories.Access.Available) opened.access().at(new RepoUrl(Estate.CLUSTER)))
              .repository()
              .branch("qa")
              .orElseThrow()
              .commit();
      Comparison comparison =
          Compare.compare(
              opened,
              Question.tips(
                  SelectionText.read("declared", opened.workspace()),
                  SelectionText.read("ref:" + commit, opened.workspace())),
              Progress.SILENT);
      assertThat(comparison.anythingUnknown()).isFalse();
      assertThat(application(comparison, "web").change().retargeted()).isTrue();
      String nowhere = "ref:" + "0".repeat(40);
      assertThatThrownBy(
              () -> RefSomewhere.check(opened, SelectionText.read(nowhere, opened.workspace())))
          .hasMessageContaining("no repository of the workspace has");
    }
  }

  @Test
  void inAMatrixWhatTheFirstEnvironmentCannotShowIsUnknownAndNotAbsent() throws Exception {
    GitFixture cluster =
        Estate.cluster("")
            .file("deps/web.yaml", web("dev"))
            .file("deps/kustomization.yaml", "resources: [nothing.yaml]\n")
            .commit("Begin, broken")
            .branch("qa")
            .file("bootstrap/east.yaml", root("qa"))
            .file("deps/web.yaml", web("qa"))
            .delete("deps/kustomization.yaml")
            .commit("Mend it");
    try (Opened opened = Estate.open(folder, cluster, Estate.team().branch("qa"))) {
      MatrixDocument matrix = BuildMatrix.build(opened, Set.of(), Progress.SILENT);
      MatrixDocument.Row web =
          matrix.rows().stream().filter(row -> row.name().equals("web")).findFirst().orElseThrow();
      assertThat(web.lines().getFirst().cells())
          .extracting(MatrixDocument.Cell::state, MatrixDocument.Cell::relation)
          .containsExactly(
              tuple(MatrixDocument.State.UNKNOWN, MatrixDocument.Relation.UNKNOWN),
              tuple(MatrixDocument.State.PRESENT, MatrixDocument.Relation.UNKNOWN));
      assertThat(web.lines().getFirst().cells().getFirst().reason()).startsWith("east-deps: ");
      assertThat(matrix.anythingUnknown()).isTrue();
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
