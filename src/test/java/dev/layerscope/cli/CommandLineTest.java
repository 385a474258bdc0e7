package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The command line on the sample: results on standard output, everything else on standard error,
 * exit statuses.
 */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class CommandLineTest {
  private static final String SAMPLE = "sample-workspace";
  private static final String BASELINE = "https://git.example.com/platform/baseline.git";

  @TempDir private static Path clones = Path.of(".");
  @TempDir private Path folder = Path.of(".");

  private static Printed run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--clones", clones.toString()));
    return Printed.by(all.toArray(String[]::new));
  }

  @Test
  void theTreeAsJsonHasWhatTheContractNamesAndIsTheSameTwice() throws IOException {
    Printed first = run("tree", SAMPLE, "--env", "dev", "--format", "json");
    assertThat(first.status()).isEqualTo(0);
    assertThat(run("tree", SAMPLE, "--env", "dev", "--format", "json").out())
        .isEqualTo(first.out());
    JsonNode json = new ObjectMapper().readTree(first.out());
    assertThat(json.path("schema").asInt()).isEqualTo(1);
    assertThat(json.path("environment").asText()).isEqualTo("dev");
    JsonNode root = json.path("roots").get(0);
    assertThat(root.path("name").asText()).isEqualTo("my-cluster");
    JsonNode node = root.path("nodes").get(0);
    assertThat(node.path("id").asText())
        .isEqualTo("my-cluster/openshift-gitops/Application/my-cluster-deps");
    assertThat(node.path("syncPolicy").path("automated").asBoolean()).isTrue();
    JsonNode own = root.path("edges").get(0);
    assertThat(own.path("from").isNull()).isTrue();
    assertThat(own.path("declaredIn").path("path").asText())
        .isEqualTo("bootstrap/my-cluster-deps.yaml");
  }

  @Test
  void everyDocumentIsWhatItsSchemaSays() throws IOException {
    assertThat(JsonSchemas.violations("tree", run("tree", SAMPLE, "--format", "json").out()))
        .isEmpty();
    assertThat(JsonSchemas.violations("check", run("check", SAMPLE, "--format", "json").out()))
        .isEmpty();
    String diff = run("diff", SAMPLE, "--from", "qa", "--to", "dev", "--format", "json").out();
    assertThat(JsonSchemas.violations("diff", diff)).isEmpty();
    String impact =
        run("impact", SAMPLE, "--repo", BASELINE, "--path", "deps", "--format", "json").out();
    assertThat(JsonSchemas.violations("impact", impact)).isEmpty();
    assertThat(JsonSchemas.violations("matrix", run("matrix", SAMPLE, "--format", "json").out()))
        .isEmpty();
  }

  @Test
  void theTreeAsTextShowsLevelsAndCounts() {
    Printed ran = run("tree", SAMPLE, "--env", "prod", "--root", "my-cluster");
    assertThat(ran.out())
        .startsWith("my-cluster\n└── my-cluster-deps")
        .contains("baseline-res")
        .contains("10 Applications");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void dotAndMermaidAreDrawnFromTheSameGraph() {
    assertThat(run("tree", SAMPLE, "--root", "lab", "--format", "dot").out())
        .startsWith("digraph")
        .contains(" -> ");
    assertThat(run("tree", SAMPLE, "--root", "lab", "--format", "mermaid").out())
        .startsWith("flowchart LR")
        .contains("-->");
  }

  @Test
  void aResultCanGoToAFile() throws IOException {
    Path file = folder.resolve("tree.txt");
    assertThat(run("tree", SAMPLE, "--root", "lab", "-o", file.toString()).out()).isEmpty();
    assertThat(Files.readString(file)).startsWith("lab\n");
  }

  @Test
  void whatIsNotThereIsNamedWithTheNearestThatIs() {
    Printed root = run("tree", SAMPLE, "--root", "my-clutser");
    assertThat(root.status()).isEqualTo(2);
    assertThat(root.err()).contains("Did you mean “my-cluster”?");
    assertThat(run("tree", SAMPLE, "--env", "pord").err()).contains("Did you mean “prod”?");
    assertThat(run("tree", "nowhere").status()).isEqualTo(2);
    assertThat(run("tree", SAMPLE, "--follow-branch").status()).isEqualTo(2);
  }

  @Test
  void anAmbiguousApplicationIsRefusedWithTheCandidates() {
    Printed ran = run("render", SAMPLE, "--app", "logging");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("my-cluster//openshift-gitops/logging")
        .contains("east//openshift-gitops/logging");
  }

  @Test
  void anApplicationRendersToManifests() {
    Printed ran = run("render", SAMPLE, "--app", "east//logging", "--env", "dev");
    assertThat(ran.status()).isEqualTo(0);
    assertThat(ran.out()).contains("kind: ").contains("\n---\n");
  }

  @Test
  void anOpaqueApplicationIsNotExact() {
    Printed ran = run("render", SAMPLE, "--app", "chart-external");
    assertThat(ran.status()).isEqualTo(4);
    assertThat(ran.err()).contains("not exact");
  }

  @Test
  void checkFailsOnErrorsUnlessToldOtherwise() {
    assertThat(run("check", SAMPLE).status()).isEqualTo(1);
    assertThat(run("check", SAMPLE, "--fail-on", "never").status()).isEqualTo(0);
  }

  @Test
  void differencesAreToldByApplicationAndFile() throws IOException {
    Printed ran =
        run(
            "diff",
            SAMPLE,
            "--from",
            "prod",
            "--to",
            "dev",
            "--root",
            "my-cluster",
            "--format",
            "json");
    JsonNode json = new ObjectMapper().readTree(ran.out());
    assertThat(json.path("applications").findValuesAsText("change")).contains("added", "changed");
    assertThat(json.path("files").findValuesAsText("path")).contains("deps/tracing.yaml");
  }

  @Test
  void aSideThatIsTheSameHasNoDifferencesAndSaysSo() {
    Printed ran =
        run(
            "diff",
            SAMPLE,
            "--from",
            "declared",
            "--to",
            "declared",
            "--root",
            "lab",
            "--exit-code");
    assertThat(ran.out()).contains("are equal in");
    assertThat(ran.status()).isEqualTo(0);
  }

  @Test
  void aWordThatIsNeitherCommandNorFolderIsSaidToBeMistyped() {
    assertThat(CommandLineFace.isMistyped(List.of("tre"))).isTrue();
    assertThat(CommandLineFace.isMistyped(List.of("tree"))).isFalse();
    assertThat(CommandLineFace.isMistyped(List.of(SAMPLE))).isFalse();
    Printed ran = run("tre");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("'tre'", "layerscope tree");
  }

  @Test
  void aManifestThatIsNotInTheRepositoryIsNotTheWorldsFault() {
    Path bundle = Path.of(SAMPLE, "bundles").toAbsolutePath();
    Printed ran =
        run("clone", bundle + "/baseline.bundle//none.yaml", folder.resolve("new").toString());
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("leads to no file with an Application or ApplicationSet");
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : List.of("tree", "render", "diff", "check", "fetch")) {
      assertThat(CommandLineFace.isCommand(List.of(command))).isTrue();
    }
    assertThat(CommandLineFace.isCommand(List.of("sample-workspace"))).isFalse();
    assertThat(CommandLineFace.isCommand(List.of())).isFalse();
  }
}
