package dev.layerscope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Compare;
import dev.layerscope.operation.OpenWorkspace;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Question;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rule hides leaves a row that counts it and can be opened where it stands. */
class CompareTextsTest {
  private static final String REPOSITORY = "https://git.example.com/only.git";

  @TempDir private Path folder = Path.of(".");

  @Test
  void whatARuleHidesIsCountedInItsObjectAndStandsThereOnceOpened() throws Exception {
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

    List<DiffRow.Hidden> hidden = hidden();

    assertThat(hidden)
        .extracting(row -> row.rule() + " " + row.count())
        .as("one in the object that differs otherwise too, one in the object that does not")
        .containsExactly("meant so 1", "meant so 1");
    assertThat(hidden.getFirst().opened())
        .containsExactly(
            new DiffRow.Head("data.meant", "", 0, 0),
            new DiffRow.Pair(
                new AlignedLine(
                    AlignedLine.Kind.CHANGED,
                    Optional.of(new AlignedLine.Numbered(0, "\"1\"")),
                    Optional.of(new AlignedLine.Numbered(0, "\"2\"")))));
  }

  private List<DiffRow.Hidden> hidden() throws Exception {
    try (Opened opened =
        new OpenWorkspace(folder.resolve("clones")).open(folder, Progress.SILENT)) {
      var question = Question.tips(Selection.environment("dev"), Selection.environment("prod"));
      var texts = new CompareTexts(opened, CompareTexts.Mode.STRUCTURED);
      return Compare.compare(opened, question, Progress.SILENT).applications().stream()
          .map(application -> texts.of(new CompareRow.OfApplication(application, Tally.NONE)))
          .flatMap(text -> text.rows().stream())
          .filter(DiffRow.Hidden.class::isInstance)
          .map(DiffRow.Hidden.class::cast)
          .toList();
    }
  }

  private static String configMap(String name, String meant, String other) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: %s}
    data: {meant: "%s", other: "%s"}
    """
        .formatted(name, meant, other);
  }
}
