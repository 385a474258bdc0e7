package dev.layerscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  private final String before = System.getProperty("user.home");

  @TempDir private Path folder = Path.of(".");

  @AfterEach
  void putBack() {
    System.setProperty("user.home", before);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPersonsFilesAreWhereTheEnvironmentSays() {
    Home.asGitSeesIt(folder.toString());
    assertThat(System.getProperty("user.home")).isEqualTo(folder.toString());
  }

  @Test
  void aFolderThatIsNotThereOrNotNamedWhollyIsPassedOver() {
    Home.asGitSeesIt(folder.resolve("gone").toString());
    Home.asGitSeesIt("target");
    Home.asGitSeesIt(null);
    assertThat(System.getProperty("user.home")).isEqualTo(before);
  }
}
