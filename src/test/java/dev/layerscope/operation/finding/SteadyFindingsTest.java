package dev.layerscope.operation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.Preview;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Fingerprint;
import dev.layerscope.hierarchy.Hierarchy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A finding stays the finding it is when somebody else comes. */
class SteadyFindingsTest {
  /** First in every order, and nobody's business. */
  private static final String BYSTANDER =
      """
      >>> app aa-bystander path=aa-bystander ns=aa-bystander
      >>> aa-bystander/all.yaml
      apiVersion: v1
      kind: Namespace
      metadata: {name: aa-bystander}
      """;

  private static final Set<FindingCode> TOGETHER =
      EnumSet.of(
          FindingCode.APPLICATION_CYCLE_WARNING,
          FindingCode.CASCADING_PARENT_INFO,
          FindingCode.MISSING_OPERATOR_GROUP_WARNING,
          FindingCode.REPOSITORY_SPELLINGS_WARNING,
          FindingCode.RETRY_EXHAUSTED_WARNING,
          FindingCode.SETTINGS_FROM_GIT_INFO,
          FindingCode.SHARED_APPLICATION_WARNING,
          FindingCode.SHARED_RESOURCE_WARNING,
          FindingCode.TWIN_APPLICATION_WARNING,
          FindingCode.WAVES_DO_NOT_WAIT_WARNING);

  /** All but what the Application beside it mends: a folder is empty no more, a habit none. */
  private static final Set<FindingCode> STEADY =
      EnumSet.complementOf(
          EnumSet.of(FindingCode.EXPIRED_WAIVER_WARNING, FindingCode.MISSING_FINALIZER_INFO));

  @TempDir private Path folder = Path.of(".");

  /** Those whose sentence names others; {@code -Dfindings.steady=all} takes every code. */
  static Stream<Path> fixtures() throws Exception {
    boolean all = "all".equals(System.getProperty("findings.steady"));
    return FindingFixture.all().stream().filter(file -> isCode(file, all ? STEADY : TOGETHER));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void anApplicationBesideItTakesNoFindingAway(Path fixture) throws Exception {
    String text = Files.readString(fixture);
    Preview preview = Preview.of("", resolve(text, "a"), resolve(with(BYSTANDER, text), "b"));
    assertThat(preview.goneFindings()).isEmpty();
  }

  @Test
  void oneMoreBelowAParentIsNoOtherFindingOfTheParent() throws Exception {
    String text = Files.readString(FindingFixture.FOLDER.resolve("CascadingParentInfo.txt"));
    Hierarchy before = resolve(text, "a");
    Hierarchy after = resolve(with(">>> app store in=a path=config\n", text), "b");
    Preview preview = Preview.of("", before, after);
    assertThat(codes(preview.newFindings())).doesNotContain(FindingCode.CASCADING_PARENT_INFO);
    assertThat(preview.goneFindings()).isEmpty();
    assertThat(cascading(before)).isEqualTo(cascading(after)).hasSize(1);
  }

  private static boolean isCode(Path fixture, Set<FindingCode> codes) {
    String code = fixture.getFileName().toString().replace(".txt", "");
    return codes.contains(FindingCode.of(code).orElseThrow());
  }

  private Hierarchy resolve(String text, String name) throws Exception {
    return FindingFixture.resolve(text, "wrong", Files.createDirectories(folder.resolve(name)));
  }

  private static String with(String more, String text) {
    return text.replace("## wrong\n", "## wrong\n" + more);
  }

  private static List<FindingCode> codes(List<Preview.Seen> seen) {
    return seen.stream().map(one -> one.finding().code()).toList();
  }

  private static List<String> cascading(Hierarchy hierarchy) {
    return hierarchy.nodes().stream()
        .flatMap(node -> node.findings().stream())
        .filter(finding -> finding.code() == FindingCode.CASCADING_PARENT_INFO)
        .map(Fingerprint::of)
        .toList();
  }
}
