package dev.layerscope.ui.compare.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Compare;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a rule hides leaves a row that counts it and can be opened where it stands. */
class CompareTextsTest {
  private static final String REPOSITORY = "https://git.example.com/only.git";

  @TempDir private Path folder = Path.of(".");

  @Test
  void whatARuleHidesIsCountedInItsObjectAndStandsThereOnceOpened() throws Exception {
    estate();

    List<DiffRow.Hidden> hidden = hidden(CompareTexts.Mode.STRUCTURED, false);

    assertThat(hidden)
        .extracting(row -> row.rule() + " " + row.count())
        .as("one in the object that differs otherwise too, one in the object that does not")
        .containsExactly("meant so 1", "meant so 1");
    assertThat(hidden.getFirst().opened())
        .containsExactly(
            DiffRow.Head.field("data.meant", "", ""),
            new DiffRow.Pair(
                new AlignedLine(
                    AlignedLine.Kind.CHANGED,
                    Optional.of(new AlignedLine.Numbered(0, "\"1\"")),
                    Optional.of(new AlignedLine.Numbered(0, "\"2\"")))));
  }

  @Test
  void objectsInARowThatDifferInNothingElseAreOneRowThatOpensAllOfThem() throws Exception {
    estate();
    GitFixture.onDisk(folder.resolve("quiet.git"))
        .file("deps/mixed.yaml", configMap("mixed", "1", "1"))
        .file("deps/quiet.yaml", configMap("quiet", "1", "1"))
        .file("deps/quieter.yaml", configMap("quieter", "1", "1"))
        .commit("Begin again")
        .branch("prod")
        .file("deps/mixed.yaml", configMap("mixed", "2", "2"))
        .file("deps/quiet.yaml", configMap("quiet", "2", "1"))
        .file("deps/quieter.yaml", configMap("quieter", "2", "1"))
        .commit("Differ again");
    Path workspace = folder.resolve("workspace.yaml");
    Files.writeString(
        workspace, Files.readString(workspace).replace("remote: only.git", "remote: quiet.git"));

    List<DiffRow.Hidden> hidden = hidden(CompareTexts.Mode.STRUCTURED, false);

    assertThat(hidden)
        .extracting(DiffRow.Hidden::words)
        .containsExactly(
            "1 difference hidden by rule “meant so”",
            "2 objects with nothing else: 2 differences hidden by rule “meant so”");
    assertThat(hidden.getLast().opened())
        .filteredOn(DiffRow.Head.class::isInstance)
        .extracting(row -> ((DiffRow.Head) row).path())
        .containsExactly(
            "ConfigMap/east/quiet", "data.meant", "ConfigMap/east/quieter", "data.meant");
  }

  private void estate() throws Exception {
    GitFixture.onDisk(folder.resolve("only.git"))
        .file("deps/mixed.yaml", configMap("mixed", "1", "1"))
        .file("deps/quiet.yaml", configMap("quiet", "1", "1"))
        .commit("Begin")
        .branch("prod")
        .file("deps/mixed.yaml", configMap("mixed", "2", "2"))
        .file("deps/quiet.yaml", configMap("quiet", "2", "1"))
        .commit("Differ");
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: one
        repositories: [{url: "%s", remote: only.git}]
        roots: [{name: east, manifest: east.yaml}]
        environments: [{name: dev, branch: main}, {name: prod, branch: prod}]
        ignore: [{path: data.meant, name: meant so}]
        """
            .formatted(REPOSITORY));
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
            .formatted(REPOSITORY));
  }

  @ParameterizedTest
  @EnumSource(CompareTexts.Mode.class)
  void whatARuleHidesIsCountedInEveryWayToLookAtAnObject(CompareTexts.Mode mode) throws Exception {
    estate();

    assertThat(hidden(mode, true))
        .extracting(row -> row.rule() + " " + row.count())
        .containsExactlyInAnyOrder("meant so 1", "meant so 1");
  }

  @Test
  void anObjectThatAnotherFileMakesDifferIsNotShownAsEqual() throws Exception {
    estate();
    String list = "resources: [mixed.yaml]\nnamePrefix: a-\ncommonAnnotations: {by: %s}\n";
    GitFixture.onDisk(folder.resolve("patched.git"))
        .file("deps/mixed.yaml", configMap("mixed", "1", "1"))
        .file("deps/kustomization.yaml", list.formatted("one"))
        .commit("Begin")
        .branch("prod")
        .file("deps/kustomization.yaml", list.formatted("two"))
        .commit("Differ");
    Path workspace = folder.resolve("workspace.yaml");
    Files.writeString(
        workspace, Files.readString(workspace).replace("remote: only.git", "remote: patched.git"));

    try (Opened opened =
        new OpenWorkspace(folder.resolve("clones")).open(folder, Progress.SILENT)) {
      var question = Question.tips(Selection.environment("dev"), Selection.environment("prod"));
      List<DiffRow> rows =
          Compare.compare(opened, question, Progress.SILENT).applications().stream()
              .flatMap(CompareTextsTest::objects)
              .flatMap(
                  row -> new CompareTexts(opened, CompareTexts.Mode.TEXT).of(row).rows().stream())
              .toList();
      assertThat(rows.getFirst()).isInstanceOf(DiffRow.Head.class);
      assertThat(rows).anyMatch(row -> row instanceof DiffRow.Pair pair && pair.differs());
    }
  }

  @ParameterizedTest
  @EnumSource(CompareTexts.Mode.class)
  void anObjectWhoseOtherSideDoesNotRenderIsShownAndNeitherAddedNorRemovedNorTheSame(
      CompareTexts.Mode mode) throws Exception {
    estate();
    GitFixture.onDisk(folder.resolve("broken.git"))
        .file("deps/known.yaml", configMap("known", "1", "1"))
        .commit("Begin")
        .branch("prod")
        .file("deps/known.yaml", configMap("known", "1", "1") + "more: [\n")
        .commit("Break it");
    Path workspace = folder.resolve("workspace.yaml");
    Files.writeString(
        workspace, Files.readString(workspace).replace("remote: only.git", "remote: broken.git"));

    try (Opened opened =
        new OpenWorkspace(folder.resolve("clones")).open(folder, Progress.SILENT)) {
      var question = Question.tips(Selection.environment("dev"), Selection.environment("prod"));
      var comparison = Compare.compare(opened, question, Progress.SILENT);
      var texts = new CompareTexts(opened, mode);
      List<DiffRow> rows =
          comparison.applications().stream()
              .flatMap(CompareTextsTest::objects)
              .flatMap(row -> texts.of(row).rows().stream())
              .toList();
      assertThat(rows.getFirst()).as("said first").isInstanceOf(DiffRow.Head.class);
      assertThat(rows)
          .filteredOn(DiffRow.Pair.class::isInstance)
          .map(row -> ((DiffRow.Pair) row).line())
          .isNotEmpty()
          .allMatch(line -> line.from().isPresent() && line.to().isEmpty())
          .allMatch(line -> line.kind() == AlignedLine.Kind.EQUAL, "drawn without a sign");
      assertThat(rows).noneMatch(DiffRow.Fold.class::isInstance);
    }
  }

  /** The texts of the objects, or those of the Application that renders them. */
  private List<DiffRow.Hidden> hidden(CompareTexts.Mode mode, boolean objects) throws Exception {
    try (Opened opened =
        new OpenWorkspace(folder.resolve("clones")).open(folder, Progress.SILENT)) {
      var question = Question.tips(Selection.environment("dev"), Selection.environment("prod"));
      var texts = new CompareTexts(opened, mode);
      return Compare.compare(opened, question, Progress.SILENT).applications().stream()
          .flatMap(application -> objects ? objects(application) : itself(application))
          .map(texts::of)
          .flatMap(text -> text.rows().stream())
          .filter(DiffRow.Hidden.class::isInstance)
          .map(DiffRow.Hidden.class::cast)
          .toList();
    }
  }

  private static Stream<CompareRow> itself(ComparedApplication application) {
    return Stream.of(new CompareRow.OfApplication(application, Tally.NONE));
  }

  private static Stream<CompareRow> objects(ComparedApplication application) {
    return application.resources().stream()
        .map(resource -> new CompareRow.OfResource(application, resource));
  }

  private static String configMap(String name, String meant, String other) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: %s}
    data:
      meant: "%s"
      other: "%s"
    """
        .formatted(name, meant, other);
  }
}
