package dev.layerscope.git.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemConfigTest {
  @TempDir private Path machine;

  private Path git(String prefix) throws IOException {
    Path bin = Files.createDirectories(machine.resolve(prefix).resolve("bin"));
    Path git = Files.createFile(bin.resolve("git"));
    assertThat(git.toFile().setExecutable(true)).isTrue();
    return bin;
  }

  private Path config(String prefix) throws IOException {
    Path etc = Files.createDirectories(machine.resolve(prefix).resolve("etc"));
    return Files.createFile(etc.resolve("gitconfig"));
  }

  @Test
  void itLiesBesideTheFirstGitOfThePath() throws IOException {
    Path first = git("local");
    Path second = git("other");
    Path wanted = config("local");
    config("other");

    assertThat(SystemConfig.of(Optional.empty(), Stream.of(machine, first, second), true))
        .isEqualTo(new SystemConfig.Place.Found(wanted));
  }

  @Test
  void theEnvironmentNamesAnother() {
    assertThat(SystemConfig.of(Optional.of("/srv/gitconfig"), Stream.of(), true))
        .isEqualTo(new SystemConfig.Place.Found(Path.of("/srv/gitconfig")));
  }

  @Test
  void onlyGitItselfKnowsItWhereBuildsDiffer() throws IOException {
    assertThat(SystemConfig.of(Optional.empty(), Stream.of(git("local")), false))
        .isEqualTo(new SystemConfig.Place.AskGit());
  }
}
