package dev.layerscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir private Path folder;

  private SettingsFile settings() {
    return new SettingsFile(folder.resolve("window.properties"));
  }

  @Test
  void twoProgramsAtOnceLoseNothingOfEachOther() {
    SettingsFile one = settings();
    SettingsFile other = settings();

    one.put("theme", "dark");
    other.put("recent", "a");
    one.put("split", "0.3");

    assertThat(settings().get("theme")).contains("dark");
    assertThat(settings().get("recent")).contains("a");
    assertThat(settings().get("split")).contains("0.3");
  }

  @Test
  void aDamagedFileMeansDefaultsAndTheNextChoiceMendsIt() throws IOException {
    Files.writeString(folder.resolve("window.properties"), "theme=\\u12");

    SettingsFile damaged = settings();
    assertThat(damaged.get("theme")).isEmpty();
    damaged.put("theme", "light");
    assertThat(settings().get("theme")).contains("light");
  }

  @Test
  void whatAProgramThatDiedHasLeftGoesWithTheNextChoice() throws IOException {
    Files.writeString(folder.resolve("window123.new"), "theme=da");

    settings().put("theme", "dark");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> String.valueOf(f.getFileName())))
          .containsExactlyInAnyOrder("window.properties", "window.lock");
    }
  }

  @Test
  void aFolderThatTakesNothingLeavesTheChoiceForAsLongAsTheProgramRuns() throws IOException {
    Path file = Files.writeString(folder.resolve("in-the-way"), "");
    var settings = new SettingsFile(file.resolve("window.properties"));

    settings.put("theme", "dark");

    assertThat(settings.get("theme")).contains("dark");
  }
}
