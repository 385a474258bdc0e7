package dev.layerscope.operation.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.GitException;
import dev.layerscope.operation.open.NewerRelease.Answer;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerReleaseTest {
  @TempDir private Path folder;

  @Test
  void theHighestTagThatIsAReleaseCounts() {
    assertThat(NewerRelease.among(List.of("v1.2.0", "v1.10.0", "v2.0.0-rc.1", "docs"), "1.9.3"))
        .isEqualTo(new Answer.Newer("v1.10.0"));
  }

  @Test
  void whatRunsIsTheNewest() {
    assertThat(NewerRelease.among(List.of("v1.2.0"), "1.2.0"))
        .isEqualTo(new Answer.Newest("v1.2.0"));
  }

  @Test
  void aPreviewIsOlderThanItsRelease() {
    assertThat(NewerRelease.among(List.of("1.0.0"), "1.0.0-SNAPSHOT"))
        .isEqualTo(new Answer.Newer("1.0.0"));
  }

  @Test
  void withoutAVersionOnEitherSideNothingIsSaid() {
    assertThat(NewerRelease.among(List.of("v1.0.0"), "development"))
        .isEqualTo(new Answer.Unknown());
    assertThat(NewerRelease.among(List.of("latest"), "1.0.0")).isEqualTo(new Answer.Unknown());
  }

  @Test
  void theTagsAreThoseOfTheNamedRepository() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      Files.writeString(folder.resolve("a"), "1");
      git.add().addFilepattern("a").call();
      git.commit()
          .setMessage("First")
          .setAuthor("ada", "ada@example.com")
          .setCommitter("ada", "ada@example.com")
          .setSign(false)
          .call();
      git.tag().setName("v3.1.0").setAnnotated(false).call();
    }

    assertThat(NewerRelease.ask(folder.toString(), "3.0.0", Progress.SILENT))
        .isEqualTo(new Answer.Newer("v3.1.0"));
  }

  @Test
  void aRepositoryThatIsNotThereIsSaid() {
    assertThatThrownBy(
            () -> NewerRelease.ask(folder.resolve("none").toString(), "1.0.0", Progress.SILENT))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("There is no repository");
  }
}
