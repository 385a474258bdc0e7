package dev.layerscope.operation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.Fix;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.SampleSession;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.finding.FindingFixture;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Findings with a mechanical cure are cured by a plan, and by nothing but the cure. */
class FixFindingTest {
  @TempDir private Path temp;

  static List<FindingCode> curable() {
    return Arrays.stream(FindingCode.values()).filter(Fix::isKnownFor).toList();
  }

  private Opened wrong(FindingCode code) throws Exception {
    Path text = FindingFixture.of(code.text()).orElseThrow();
    return FindingFixture.opened(Files.readString(text), "wrong", temp);
  }

  private PlannedEdit cured(FindingCode code) throws Exception {
    try (Opened opened = wrong(code)) {
      Fix fix = fix(opened, code);
      return Estate.planned(PlanEdit.plan(opened, fix, Progress.SILENT));
    }
  }

  private static Fix fix(Opened opened, FindingCode code) {
    var environment = opened.workspace().environments().getLast();
    return FixFinding.all(opened, environment, Progress.SILENT).stream()
        .filter(f -> f.finding().code() == code)
        .findFirst()
        .orElseThrow();
  }

  private static String diff(PlannedEdit edit) {
    return SampleSession.lines(
            edit.plan().branches().stream()
                .map(BranchChange::files)
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow())
        .toString();
  }

  @ParameterizedTest
  @MethodSource("curable")
  void theFindingIsGoneAndNoErrorIsNew(FindingCode code) throws Exception {
    PlannedEdit edit = cured(code);
    assertThat(edit.previews().getFirst().goneFindings())
        .extracting(seen -> seen.finding().code())
        .contains(code);
    assertThat(edit.newErrors()).isEmpty();
    assertThat(edit.plan().branches()).hasSize(1);
    assertThat(edit.plan().body()).startsWith(code.text() + ": ");
  }

  @Test
  void aRevisionIsOneLine() throws Exception {
    assertThat(diff(cured(FindingCode.WRONG_ENVIRONMENT_REVISION_WARNING)))
        .contains("targetRevision: dev")
        .contains("targetRevision: prod");
  }

  @Test
  void aProjectPermitsWhatItsApplicationsDeliver() throws Exception {
    assertThat(diff(cured(FindingCode.WIDE_PROJECT_INFO)))
        .contains("https://git.example.com/platform/estate.git")
        .contains("https://kubernetes.default.svc")
        .contains("namespace: default");
  }

  @Test
  void whatOnlyAPersonCanCureIsNotOffered() throws Exception {
    try (Opened opened = wrong(FindingCode.CASCADING_PARENT_INFO)) {
      var finding =
          Finding.of(
              FindingCode.CASCADING_PARENT_INFO, "x", new Location("r", "c", "deps/x.yaml", 1));
      assertThat(FixFinding.of(opened, Selection.environment("prod"), finding)).isEmpty();
    }
  }

  @Test
  void aPlaceThatIsNoTipOfTheEnvironmentIsRefused() throws Exception {
    try (Opened opened = wrong(FindingCode.WIDE_PROJECT_INFO)) {
      Finding seen = fix(opened, FindingCode.WIDE_PROJECT_INFO).finding();
      Location place = seen.locations().getFirst();
      var old =
          new Finding(
              seen.code(),
              seen.message(),
              List.of(new Location(place.repoUrl(), "0".repeat(40), place.path(), place.line())));
      assertThat(Estate.refused(PlanEdit.plan(opened, new Fix(old, "prod"), Progress.SILENT)))
          .contains("no tip of a branch of prod");
    }
  }

  @Test
  void theEnvironmentIsTheOneWhoseBranchWasRead() throws Exception {
    try (Opened opened = wrong(FindingCode.WIDE_PROJECT_INFO)) {
      Finding seen = fix(opened, FindingCode.WIDE_PROJECT_INFO).finding();
      assertThat(FixFinding.of(opened, Selection.DECLARED, seen).map(Fix::environment))
          .isEqualTo(Optional.of("prod"));
    }
  }
}
