package dev.layerscope.git.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Person;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.transport.ConfigInMemory;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final Instant WHEN = Instant.parse("2026-02-01T10:00:00.75Z");

  private final GitFixture fixture =
      GitFixture.repo("https://git.example.com/a.git").file("a", "1").commit("First");
  private final SystemReader machine = SystemReader.getInstance();
  private final FileBasedConfig users = new ConfigInMemory();
  private @Nullable String environmentName;

  @BeforeEach
  void aMachineWhereNobodyToldGitAName() {
    SystemReader.setInstance(
        new SystemReader.Delegate(machine) {
          @Override
          public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return users;
          }

          @Override
          public String getenv(String variable) {
            return variable.equals("GIT_AUTHOR_NAME")
                ? environmentName
                : variable.startsWith("GIT_") ? null : super.getenv(variable);
          }
        });
  }

  @AfterEach
  void restore() {
    SystemReader.setInstance(machine);
  }

  private Person author() throws GitException {
    return Identity.author(fixture.clone(), WHEN, ZoneOffset.UTC);
  }

  @Test
  void theAuthorIsWhoTheUsersConfigurationSays() throws GitException {
    users.setString("user", null, "name", "Robin Example");
    users.setString("user", null, "email", "robin@example.com");

    assertThat(author())
        .isEqualTo(
            new Person(
                "Robin Example",
                "robin@example.com",
                Instant.parse("2026-02-01T10:00:00Z"),
                ZoneOffset.UTC));
  }

  @Test
  void theRepositorysConfigurationComesBeforeTheUsersAndTheEnvironmentBeforeBoth()
      throws GitException {
    users.setString("user", null, "name", "Robin Example");
    users.setString("user", null, "email", "robin@example.com");
    ((BareClone) fixture.clone())
        .repository()
        .getConfig()
        .setString("user", null, "email", "robin@work.example.com");
    environmentName = "CI";

    assertThat(author())
        .extracting(Person::name, Person::email)
        .containsExactly("CI", "robin@work.example.com");
  }

  @Test
  void aMissingNameIsAnsweredWithTheCommandThatSetsIt() {
    assertThatThrownBy(this::author)
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.IDENTITY))
        .hasMessageContaining("git config --global user.name");
  }
}
