package dev.layerscope.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.export.FindingsDocument;
import dev.layerscope.export.FindingsJson;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What findings are held against, and what is left as news. */
class HeldAgainstTest {
  private static final Path SAMPLE = Path.of("sample-workspace");

  @TempDir private Path folder = Path.of(".");

  private Opened sample() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("workspace"));
    String text =
        Files.readString(SAMPLE.resolve("workspace.yaml"))
            .replace("manifest: ", "manifest: " + SAMPLE.toAbsolutePath() + "/")
            .replace("remote: ", "remote: " + SAMPLE.toAbsolutePath() + "/");
    Files.writeString(
        copy.resolve("workspace.yaml"),
        text + "\nwaivers: [{code: MissingPathError, reason: being written, until: 2999-12-31}]\n");
    return new OpenWorkspace(folder.resolve("clones")).open(copy, Progress.SILENT);
  }

  @Test
  void waivedFindingsAreThereWithTheirReasonAndCountForNothing() throws Exception {
    try (Opened opened = sample()) {
      Hierarchy hierarchy = Resolve.resolve(opened, Selection.environment("dev"), Progress.SILENT);
      List<Row.Seen> seen = SeenFindings.of(hierarchy);
      assertThat(seen)
          .filteredOn(one -> one.finding().code() == FindingCode.MISSING_PATH_ERROR)
          .isNotEmpty()
          .allSatisfy(
              one -> assertThat(one.accepted()).contains("Waived until 2999-12-31: being written"));
      assertThat(seen)
          .filteredOn(one -> one.finding().code() != FindingCode.MISSING_PATH_ERROR)
          .allSatisfy(one -> assertThat(one.accepted()).isEmpty());
    }
  }

  @Test
  void whatABaselineKnowsAndWhatAnotherEnvironmentHasIsNoNews() throws Exception {
    try (Opened opened = sample()) {
      Selection dev = Selection.environment("dev");
      Hierarchy hierarchy = Resolve.resolve(opened, dev, Progress.SILENT);
      Path baseline = folder.resolve("baseline.json");
      Files.writeString(baseline, FindingsJson.of(FindingsDocument.of(hierarchy, List.of())));
      List<Row.Seen> seen = SeenFindings.of(hierarchy);
      var fresh =
          new Row.Seen(
              Finding.of(FindingCode.MISSING_PATH_ERROR, "just now"),
              "x",
              Optional.empty(),
              Grouping.NOWHERE);
      assertThat(seen.stream().filter(one -> one.accepted().isEmpty()))
          .noneMatch(HeldAgainst.notIn(baseline));
      assertThat(HeldAgainst.notIn(baseline).test(fresh)).isTrue();
      assertThat(seen.stream().filter(one -> one.accepted().isEmpty()))
          .allMatch(HeldAgainst.notIn("prod", opened, hierarchy, Progress.SILENT));
      assertThat(seen).noneMatch(HeldAgainst.notIn("dev", opened, hierarchy, Progress.SILENT));
      assertThat(HeldAgainst.choices(opened.workspace(), dev))
          .extracting(HeldAgainst::toString)
          .containsExactly("All findings", "Not in qa", "Not in prod", "Not in a baseline…");
    }
  }

  @Test
  void aFileThatIsNoBaselineIsRefused() throws Exception {
    Path other = Files.writeString(folder.resolve("other.json"), "{}");
    assertThatThrownBy(() -> HeldAgainst.notIn(other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other.json is no baseline");
  }
}
