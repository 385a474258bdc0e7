package dev.layerscope.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepoUrlTest {
  private static RepoUrl url(String text) {
    return new RepoUrl(text);
  }

  @ParameterizedTest
  @CsvSource({
    "https://Git.Example.com/Team/App.git, https://git.example.com/team/app",
    "https://git.example.com/team/app/, https://git.example.com/team/app/",
    "git@git.example.com:team/app.git, git@git.example.com/team/app",
    "ssh://git@git.example.com/team/app, git@git.example.com/team/app",
    "ssh://git@git.example.com:22/team/app.git, git@git.example.com:22/team/app",
    "ssh://git@git.example.com:team/app.git, ''",
    "git@git.example.com:/team/app.git, git@git.example.com//team/app",
    "robin@example.com@host:29418/app, robin%40example.com@host/29418/app",
    "https://robin@git.example.com/team/app, https://robin@git.example.com/team/app"
  })
  void argoCdsNormalFormIsTextual(String written, String normal) {
    assertThat(url(written).argoNormalized()).isEqualTo(normal);
  }

  @Test
  void toArgoCdATrailingSlashIsAnotherRepositoryButTheCloneIsTheSame() {
    RepoUrl plain = url("https://git.example.com/team/app");
    RepoUrl slash = url("https://git.example.com/team/app/");

    assertThat(plain.argoEquals(slash)).isFalse();
    assertThat(plain.sameRepositoryAs(slash)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example.com/Team/app.git",
        "https://git.example.com/Team/app",
        "https://GIT.example.com:443/Team/app.git/",
        "http://git.example.com/Team/app",
        "https://robin:se@cret@git.example.com/Team/app",
        "git@git.example.com:Team/app.git",
        "ssh://git@git.example.com:22/Team/app.git",
        "ssh://git@git.example.com/Team/app"
      })
  void everySpellingLeadsToOneClone(String spelling) {
    assertThat(url(spelling).sameRepositoryAs(url("https://git.example.com/Team/app"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example.com/team/app",
        "https://git.example.com:8443/Team/app",
        "https://other.example.com/Team/app",
        "https://git.example.com/Team/app2"
      })
  void anotherPathHostOrPortIsAnotherClone(String other) {
    assertThat(url(other).sameRepositoryAs(url("https://git.example.com/Team/app"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://robin:se@cret@git.example.com/app.git, https://git.example.com/app.git",
    "https://token@git.example.com/app, https://git.example.com/app",
    "git@git.example.com:app.git, git@git.example.com:app.git",
    "ssh://git@git.example.com/app, ssh://git@git.example.com/app",
    "ssh://git:secret@git.example.com/app, ssh://git@git.example.com/app"
  })
  void whatIsShownHoldsNoSecret(String written, String shown) {
    assertThat(url(written).display()).isEqualTo(shown);
    assertThat(url(written)).hasToString(shown);
  }

  @Test
  void aRepositoryIsCalledByTheEndOfItsPath() {
    assertThat(url("git@git.example.com:platform/baseline.git").shortName()).isEqualTo("baseline");
    assertThat(url("baseline").shortName()).isEqualTo("baseline");
  }
}
