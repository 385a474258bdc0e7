package dev.layerscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code -Dfindings=update} writes the page anew. */
class FindingsPageTest {
  private static final Path PAGE = Path.of("docs/findings.md");

  @Test
  void thePageOfFindingsIsMadeFromTheProgram() throws IOException {
    String made = FindingsPage.markdown();
    if ("update".equals(System.getProperty("findings"))) {
      Files.writeString(PAGE, made);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/findings.md; run this test with -Dfindings=update and commit what it writes")
        .isEqualTo(made);
  }
}
