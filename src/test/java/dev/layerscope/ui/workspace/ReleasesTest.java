package dev.layerscope.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
  @TempDir private Path folder;
  private Path settings = Path.of("");
  private Path project = Path.of("");

  @BeforeEach
  void aProjectWithARelease() throws Exception {
    settings = folder.resolve("window.properties");
    project = Files.createDirectory(folder.resolve("project"));
    try (Git git = Git.init().setDirectory(project.toFile()).setInitialBranch("main").call()) {
      git.commit()
          .setAllowEmpty(true)
          .setMessage("First")
          .setAuthor("ada", "ada@example.com")
          .setCommitter("ada", "ada@example.com")
          .setSign(false)
          .call();
      git.tag().setName("v1.1.0").setAnnotated(false).call();
    }
  }

  private Releases releases(String running) {
    return new Releases(Background.immediate(), new SettingsFile(settings), running);
  }

  @Test
  void nobodyIsAskedBeforeAPersonHasTurnedItOn() {
    Releases fresh = releases("1.0.0");
    fresh.repository(project.toString());
    fresh.ask();

    assertThat(fresh.on()).isFalse();
    assertThat(fresh.newer().get()).isEmpty();
    assertThat(fresh.said().get()).isEmpty();
  }

  @Test
  void aNewerTagOfTheNamedRepositoryIsToldFromThenOn() {
    Releases first = releases("1.0.0");
    first.turn(true);
    first.repository(project.toString());
    assertThat(first.newer().get()).contains("v1.1.0");

    Releases next = releases("1.0.0");
    next.ask();
    assertThat(next.newer().get()).contains("v1.1.0");
    assertThat(releases("1.1.0").newer().get()).isEmpty();
  }

  @Test
  void turnedOffItFallsSilent() {
    Releases releases = releases("1.0.0");
    releases.turn(true);
    releases.repository(project.toString());
    releases.turn(false);

    assertThat(releases.newer().get()).isEmpty();
    assertThat(releases.said().get()).isEmpty();
  }

  @Test
  void thatItCouldNotBeAskedIsNotTakenForNothingNew() {
    Releases releases = releases("1.0.0");
    releases.turn(true);
    releases.repository(folder.resolve("gone").toString());

    assertThat(releases.newer().get()).isEmpty();
    assertThat(releases.said().get()).contains("There is no repository");
  }
}
