package dev.layerscope.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPageTest {
  private static final String ID = "0123456789012345678901234567890123456789";

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/base.git, https://github.com/acme/base",
    "git@github.com:acme/base.git, https://github.com/acme/base",
    "ssh://git@github.com/acme/base, https://github.com/acme/base",
    "ssh://git@ssh.github.com:443/acme/base.git, https://github.com/acme/base",
    "https://token@github.example.com/acme/base, https://github.example.com/acme/base",
    "http://gitlab.example.com:8080/a/b/c.git, http://gitlab.example.com:8080/a/b/c",
    "git@gitlab.com:a/b/c.git, https://gitlab.com/a/b/c",
    "git@bitbucket.org:acme/base.git, https://bitbucket.org/acme/base",
    "https://jo@bitbucket.org/acme/base.git, https://bitbucket.org/acme/base",
    "https://git.example.com/scm/plat/base.git,"
        + " https://git.example.com/projects/plat/repos/base/browse",
    "ssh://git@git.example.com:7999/plat/base.git,"
        + " https://git.example.com/projects/plat/repos/base/browse",
    "ssh://git@git.example.com:7999/~jo/base.git,"
        + " https://git.example.com/users/jo/repos/base/browse",
    "https://dev.azure.com/acme/My%20Project/_git/base,"
        + " https://dev.azure.com/acme/My%20Project/_git/base",
    "https://acme@dev.azure.com/acme/plat/_git/base, https://dev.azure.com/acme/plat/_git/base",
    "git@ssh.dev.azure.com:v3/acme/plat/base, https://dev.azure.com/acme/plat/_git/base",
    "acme@vs-ssh.visualstudio.com:v3/acme/plat/base, https://dev.azure.com/acme/plat/_git/base",
    "https://acme.visualstudio.com/plat/_git/base, https://acme.visualstudio.com/plat/_git/base",
    "https://codeberg.org/acme/base.git, https://codeberg.org/acme/base",
    "ssh://git@gitea.example.com:2222/acme/base.git, https://gitea.example.com/acme/base"
  })
  void findsTheRepositorysPageFromAnySpelling(String address, String page) {
    assertThat(HostPage.of(new RepoUrl(address)).map(HostPage::repository)).contains(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/srv/git/base.git",
        "../base",
        "file:///srv/github.com/base.git",
        "https://git.example.com/platform/base.git",
        "oci://registry.github.com/charts/x",
        "javascript:alert(1)//github.com/a/b",
        "github.com",
        ""
      })
  void knowsNoPageOfAFolderOrAHostItDoesNotKnow(String address) {
    assertThat(HostPage.of(new RepoUrl(address))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/a/b, /blob/ID/deps/my%20file.yaml#L7",
    "https://gitlab.com/a/b, /-/blob/ID/deps/my%20file.yaml#L7",
    "https://bitbucket.org/a/b, /src/ID/deps/my%20file.yaml#lines-7",
    "https://git.example.com/scm/a/b, /browse/deps/my%20file.yaml?at=ID#7",
    "https://codeberg.org/a/b, /src/commit/ID/deps/my%20file.yaml#L7",
    "https://dev.azure.com/o/a/_git/b, "
        + "?path=%2Fdeps%2Fmy+file.yaml&version=GCID&line=7&lineEnd=8&lineStartColumn=1&lineEndColumn=1"
  })
  void pointsAtALineOfAFileAtACommit(String address, String page) {
    HostPage host = HostPage.of(new RepoUrl(address)).orElseThrow();
    assertThat(host.file(ID, "deps/my file.yaml", 7)).endsWith(page.replace("ID", ID));
  }

  @Test
  void pointsAtFoldersAndCommits() {
    HostPage host = HostPage.of(new RepoUrl("git@gitlab.com:a/b.git")).orElseThrow();
    assertThat(host.file(ID, "deps", 0)).isEqualTo("https://gitlab.com/a/b/-/tree/" + ID + "/deps");
    assertThat(host.commit(ID)).isEqualTo("https://gitlab.com/a/b/-/commit/" + ID);
  }

  @Test
  void neverShowsAPassword() {
    HostPage host = HostPage.of(new RepoUrl("https://jo:s3cret@github.com/a/b.git")).orElseThrow();
    assertThat(host.file(ID, "x", 1) + host.commit(ID) + host.repository())
        .doesNotContain("jo:")
        .doesNotContain("s3cret");
  }
}
