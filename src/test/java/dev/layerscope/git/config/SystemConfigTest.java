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
  void it_lies_beside_the_first_git_of_the_path() throws IOException {
    Path first = git("local");
    Path second = git("other");
    Path wanted = config("local");
    config("other");

    assertThat(SystemConfig.of(Optional.empty(), Stream.of(machine, first, second), true))
        .isEqualTo(new SystemConfig.Place.Found(wanted));
  }

  @Test
  void the_environment_names_another() {
    assertThat(SystemConfig.of(Optional.of("/srv/gitconfig"), Stream.of(), true))
        .isEqualTo(new SystemConfig.Place.Found(Path.of("/srv/gitconfig")));
  }

  @Test
  void only_git_itself_knows_it_where_builds_differ() throws IOException {
    assertThat(SystemConfig.of(Optional.empty(), Stream.of(git("local")), false))
        .isEqualTo(new SystemConfig.Place.AskGit());
  }
}
