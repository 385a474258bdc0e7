package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/commands.md} is what the commands say of themselves. */
class CommandReferenceTest {
  private static final Path PAGE = Path.of("docs", "commands.md");

  /** {@code -Dpages.write=true} writes the page instead. */
  @Test
  void thePageOfTheCommandsIsWhatTheCommandsSay() throws IOException {
    String page = new CommandReference(CommandLineFace.commandLine()).page();
    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("%s is made by -Dtest=CommandReferenceTest -Dpages.write=true", PAGE)
        .isEqualTo(page);
  }
}
