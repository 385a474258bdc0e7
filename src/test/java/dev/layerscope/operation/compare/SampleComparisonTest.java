package dev.layerscope.operation.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.DiffHtml;
import dev.layerscope.export.DiffMarkdown;
import dev.layerscope.export.DiffText;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sample's environments compared; the letters and numbers are those of {@code
 * sample-workspace/PLANTED.md}. {@code -Dgolden=update} rewrites the golden files.
 */
class SampleComparisonTest {
  private static final Path SAMPLE = Path.of("sample-workspace");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/sample");

  @TempDir private static Path clones = SAMPLE;
  private static @Nullable Opened workspace;

  @BeforeAll
  static void open() throws WorkspaceException {
    workspace = new OpenWorkspace(clones).open(SAMPLE, Progress.SILENT);
  }

  @AfterAll
  static void close() {
    opened().close();
  }

  private static Opened opened() {
    return Objects.requireNonNull(workspace);
  }

  private static Comparison compare(String from, String to) {
    return Compare.compare(
        opened(),
        Question.tips(Selection.environment(from), Selection.environment(to)),
        Progress.SILENT);
  }

  private static String text(String from, String to) {
    return DiffText.print(DescribeDiff.of(compare(from, to), from, to));
  }

  /** D1 to D20, and nothing else: a person reads the files. */
  @ParameterizedTest
  @CsvSource({"dev,qa", "qa,prod"})
  void everythingThatDiffersIsInTheGoldenFileAndNothingElse(String from, String to)
      throws IOException {
    Path golden = GOLDEN.resolve(from + "-" + to + ".txt");
    String text = text(from, to);
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D2  | dev | qa   | - Application tracing
          D3  | qa  | prod | - apps/Deployment/aurora/notifications
          D4  | dev | qa   | - external-secrets.io/ClusterSecretStore/company-vault
          D5  | qa  | prod | spec.channel: "stable-6.4" → "stable-6.3"
          D6  | qa  | prod | spec.channel: "stable-v1.17" → "stable-v1.16"
          D7  | dev | qa   | spec.channel: "stable-1.36" → "stable-1.35"
          D8  | dev | qa   | (tag 2.0.0 → 1.9.0)
          D9  | qa  | prod | (tag 5.1.0 → 5.0.1)
          D10 | qa  | prod | - Application schema-registry
          D11 | qa  | prod | spec.installPlanApproval: "Automatic" → "Manual"
          D12 | qa  | prod | spec.mtls.mode: "PERMISSIVE" → "STRICT"
          D13 | dev | qa   | roleRef.name: "edit" → "view"
          D14 | qa  | prod | spec.tokenConfig.accessTokenMaxAgeSeconds: 86400 → 28800
          D15 | qa  | prod | spec.storage.volumes[id=0].size: "20Gi" → "800Gi"
          D16 | qa  | prod | spec.replicas: 1 → 6
          D17 | qa  | prod | spec.limits.global.retention.days: 7 → 30
          D18 | qa  | prod | limited-application
          D19 | qa  | prod | spec.encryption.clusterWide: true → –
          D20 | dev | prod | spec.text: "Development" → "Production"
          """)
  void everyPlantedDifferenceIsNamed(String number, String from, String to, String line) {
    assertThat(text(from, to)).as(number).contains(line);
  }

  /** D1: what a merge carried along is not hidden as the branch's own revision. */
  @Test
  void ofTheRevisionsOnlyThoseThatNameTheirOwnBranchAreHidden() {
    Comparison comparison = compare("dev", "qa");
    assertThat(comparison.hiddenByRule()).containsOnlyKeys("targetRevision equals its branch");
    assertThat(
            comparison.applications().stream()
                .filter(a -> a.change().node().name().equals("schema-registry"))
                .flatMap(a -> a.change().hidden().stream()))
        .isEmpty();
  }

  @Test
  void equalResultsOverSeveralRootsAreToldOnce() {
    assertThat(
            compare("dev", "qa").applications().stream()
                .filter(a -> a.change().node().name().equals("baseline-res"))
                .toList())
        .singleElement()
        .satisfies(a -> {
          assertThat(a.change().roots()).containsExactly("east", "lab", "my-cluster", "west");
          assertThat(a.ids()).hasSize(4);
        });
  }

  @Test
  void aRootThatBelongsToOneEnvironmentIsNoDifferenceAndIsSaid() {
    Comparison comparison = compare("dev", "qa");
    assertThat(comparison.anythingUnknown()).isFalse();
    assertThat(comparison.applications())
        .filteredOn(a -> a.change().roots().equals(java.util.List.of("mistakes")))
        .isNotEmpty()
        .noneMatch(Comparison.ComparedApplication::differs);
    assertThat(text("dev", "qa")).contains("the root mistakes is not on the second side");
  }

  @Test
  void anEnvironmentIsEqualToItself() {
    Comparison comparison = compare("qa", "qa");
    assertThat(comparison.differences()).isZero();
    assertThat(comparison.hidden()).isZero();
    assertThat(text("qa", "qa")).startsWith("\nqa and qa are equal in ");
  }

  @Test
  void sinceTheyDivergedTellsWhatAMergeWouldBring() {
    var question =
        Question.tips(Selection.environment("qa"), Selection.environment("dev")).sinceDiverged();
    String text =
        DiffText.print(
            DescribeDiff.of(Compare.compare(opened(), question, Progress.SILENT), "qa", "dev"));
    assertThat(text).contains("+ Application tracing").doesNotContain("- Application");
  }

  @Test
  void oneRootIsComparedWithAnother() {
    var question =
        Question.tips(Selection.environment("qa"), Selection.environment("qa"))
            .between("my-cluster", "east");
    Comparison comparison = Compare.compare(opened(), question, Progress.SILENT);
    assertThat(comparison.applications())
        .filteredOn(a -> a.change().node().name().equals("baseline-deps"))
        .singleElement()
        .matches(a -> !a.differs());
    assertThat(comparison.applications())
        .filteredOn(a -> a.change().node().name().equals("aurora"))
        .isNotEmpty();
    assertThat(comparison.applications())
        .as("what is called after its root is the same thing of both, and nothing is renamed")
        .noneMatch(a -> a.change().renamedFrom().isPresent())
        .noneMatch(
            a -> a.change().fields().stream().anyMatch(f -> f.path().equals("metadata.name")));
  }

  @Test
  void thePagesRunNothingAndLoadNothing() {
    String html = DiffHtml.print(DescribeDiff.of(compare("dev", "qa"), "<script>x", "qa"));
    assertThat(html)
        .contains("default-src 'none'")
        .contains("&lt;script&gt;x")
        .doesNotContain("<script")
        .doesNotContain("src=");
    assertThat(DiffMarkdown.print(DescribeDiff.of(compare("dev", "qa"), "<b>@me", "qa")))
        .contains("&lt;b&gt;&#64;me")
        .doesNotContain("<b>@me");
  }

  @Test
  void whatWasComparedOnceIsNotComparedAgain() {
    compare("dev", "prod");
    int before = opened().pairs().compared();
    compare("dev", "prod");
    assertThat(opened().pairs().compared()).isEqualTo(before);
  }

  @Test
  void theMatrixHoldsEachEnvironmentBesideTheOneOnItsLeft() {
    var matrix = BuildMatrix.build(opened(), Set.of("my-cluster"), Progress.SILENT);
    assertThat(matrix.columns())
        .extracting(c -> c.environment())
        .containsExactly("dev", "qa", "prod");
    var tracing =
        matrix.rows().stream().filter(r -> r.name().equals("tracing")).findFirst().orElseThrow();
    assertThat(tracing.lines().getFirst().cells())
        .extracting(c -> c.state().word() + " " + c.relation().word())
        .containsExactly("present first", "absent removed", "absent equal");
    var registry =
        matrix.rows().stream()
            .filter(r -> r.name().equals("schema-registry"))
            .findFirst()
            .orElseThrow();
    assertThat(registry.aggregate(0)).isEqualTo("3.1.0");
    assertThat(matrix.onlyWhatDiffers().rows()).contains(tracing).allMatch(r -> r.differs());
  }
}
