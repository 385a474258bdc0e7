package dev.layerscope.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingCodeTest {
  @Test
  void theSuffixIsTheSeverity() {
    assertThat(FindingCode.MISSING_PATH_ERROR.text()).isEqualTo("MissingPathError");
    assertThat(FindingCode.MISSING_PATH_ERROR.severity()).isEqualTo(Severity.ERROR);
    assertThat(FindingCode.SELF_MANAGED_INFO.severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void everyCodeHasACauseAndACureInTheListOfFindings() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("docs/findings.md")).stream()
            .filter(line -> line.matches("\\| [A-Z]\\w+(Error|Warning|Info) \\| .+ \\| .+ \\|"))
            .map(line -> line.split("\\|")[1].strip())
            .toList();
    assertThat(documented)
        .as("docs/findings.md and FindingCode list the same codes, each with a cause and a cure")
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FindingCode.values()).map(FindingCode::text).toList());
  }
}
