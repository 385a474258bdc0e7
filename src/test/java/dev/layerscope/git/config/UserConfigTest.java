package dev.layerscope.git.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserConfigTest {
  @TempDir private Path home = Path.of(".");

  private Path file(String path, String email) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "[user]\n\temail = %s\n".formatted(email));
  }

  private UserConfig config(Map<String, String> environment)
      throws IOException, ConfigInvalidException {
    UserConfig config =
        UserConfig.of(
            null,
            home.resolve(".gitconfig").toFile(),
            FS.DETECTED,
            name -> Optional.ofNullable(environment.get(name)));
    if (config.getBaseConfig() instanceof FileBasedConfig below) {
      below.load();
    }
    config.load();
    return config;
  }

  private String email(Map<String, String> environment) throws Exception {
    return config(environment).getString("user", null, "email");
  }

  @Test
  void theFileOfTheHomeGoesBeforeTheOneOfTheXdgFolder() throws Exception {
    file(".config/git/config", "xdg");
    assertThat(email(Map.of())).isEqualTo("xdg");
    file(".gitconfig", "home");
    assertThat(email(Map.of())).isEqualTo("home");
    file("other/git/config", "other");
    Files.delete(home.resolve(".gitconfig"));
    assertThat(email(Map.of("XDG_CONFIG_HOME", home.resolve("other").toString())))
        .isEqualTo("other");
  }

  @Test
  void theEnvironmentNamesAnotherOrNone() throws Exception {
    file(".gitconfig", "home");
    Path named = file("ci/config", "ci");
    assertThat(email(Map.of("GIT_CONFIG_GLOBAL", named.toString()))).isEqualTo("ci");
    assertThat(email(Map.of("GIT_CONFIG_GLOBAL", ""))).isNull();
    assertThat(email(Map.of("GIT_CONFIG_GLOBAL", "/dev/null"))).isNull();
  }

  @Test
  void whereThereIsNoFileItIsReadOnceAllTheSame() throws Exception {
    UserConfig config =
        UserConfig.of(
            null, home.resolve(".gitconfig").toFile(), FS.DETECTED, name -> Optional.of(""));
    assertThat(config.isOutdated()).isTrue();
    config.load();
    assertThat(config.isOutdated()).isFalse();
  }

  @Test
  void whatTheEnvironmentCountsComesOnTop() throws Exception {
    file(".gitconfig", "home");
    UserConfig config =
        config(
            Map.of(
                "GIT_CONFIG_COUNT", "2",
                "GIT_CONFIG_KEY_0", "user.email",
                "GIT_CONFIG_VALUE_0", "counted",
                "GIT_CONFIG_KEY_1", "url.file:///srv/git.insteadOf",
                "GIT_CONFIG_VALUE_1", "https://git.example.com"));
    assertThat(config.getString("user", null, "email")).isEqualTo("counted");
    assertThat(config.getString("url", "file:///srv/git", "insteadOf"))
        .isEqualTo("https://git.example.com");
  }
}
