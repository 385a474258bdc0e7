package dev.layerscope.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Finding;
import dev.layerscope.hierarchy.Hierarchy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every finding in an estate that has it, and in one close by that has it not. */
class FindingFixturesTest {
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
