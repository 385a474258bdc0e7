package dev.layerscope.operation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.Hierarchy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every finding in an estate that has it, and in one close by that has it not. */
class FindingFixturesTest {
  /** What a text of an estate cannot show, and the test that does. */
  private static final List<FindingCode> SHOWN_ELSEWHERE =
      List.of(
          // ChecksTest
          FindingCode.CHECK_FAILED_WARNING,
          // StumbledTest
          FindingCode.RENDERING_FAILED_WARNING);

  @TempDir private Path folder = Path.of(".");

  static Stream<String> codes() throws IOException {
    return FindingFixture.all().stream()
        .map(file -> file.getFileName().toString().replace(".txt", ""));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theMistakeIsFound(String code) throws Exception {
    assertThat(found(code, "wrong")).as(code + ".txt, wrong").contains(code);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void whatIsRightCloseByIsNoFinding(String code) throws Exception {
    assertThat(found(code, "right")).as(code + ".txt, right").doesNotContain(code);
  }

  @Test
  void everyCodeHasAnEstateThatShowsIt() throws IOException {
    var shown = new TreeSet<>(codes().toList());
    SHOWN_ELSEWHERE.forEach(code -> shown.add(code.text()));
    assertThat(shown)
        .as("write %s/CODE.txt for each, with ## wrong and ## right", FindingFixture.FOLDER)
        .containsAll(Arrays.stream(FindingCode.values()).map(FindingCode::text).toList());
  }

  private List<String> found(String code, String variant) throws Exception {
    String text = Files.readString(FindingFixture.of(code).orElseThrow());
    Hierarchy hierarchy = FindingFixture.resolve(text, variant, folder);
    var codes = new ArrayList<String>();
    for (Finding finding : hierarchy.findings()) {
      codes.add(finding.code().text());
    }
    return codes;
  }
}
