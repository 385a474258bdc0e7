package dev.layerscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.RepoUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceFileTest {
  @TempDir private Path folder = Path.of(".");

  private Workspace read(String text) throws IOException, WorkspaceException {
    Files.writeString(folder.resolve(WorkspaceFile.NAME), text);
    return WorkspaceFile.read(folder);
  }

  @Test
  void whatTheFileLeavesOutHasItsDefault() throws Exception {
    Workspace workspace =
        read(
            """
            name: acme
            repositories: [{url: "https://git.example.com/a.git"}]
            roots: [{name: east, repoURL: "https://git.example.com/a.git", path: east.yaml}]
            environments: [{name: dev}]
            """);
    assertThat(workspace.settings().namespace()).isEqualTo("argocd");
    assertThat(workspace.roots().getFirst().controlPlane()).isEqualTo("east");
    assertThat(workspace.roots().getFirst().of()).isEqualTo("east");
    assertThat(workspace.environments().getFirst().branch()).isEqualTo("dev");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roots: [{name: east, manifest: x.yaml, labels: {regi east}}]",
        "roots: [{name: east, manifest: x.yaml, environments: [~]}]",
        "roots: [~]",
        "repositories: [~]",
        "repositories: [{url: \"https://h/x\", aliases: [~]}]",
        "argocd: {settings: {a: }}",
        "clusters: [{name: a, server: b, labels: {a: }}]",
        "environments: [~]"
      })
  void anEntryWithoutAValueIsSaidWithItsPlace(String line) {
    String repositories = line.startsWith("repositories") ? "" : "repositories: []\n";
    assertThatThrownBy(() -> read("name: acme\n" + repositories + line + "\n"))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("workspace.yaml:")
        .hasMessageContaining("an entry without a value");
  }

  @Test
  void theFolderOfChartsIsTakenFromTheWorkspacesOwn() throws Exception {
    String file = "name: acme\nrepositories: []\ncharts: %s\n";
    assertThat(read(file.formatted("../charts")).chartFolder())
        .contains(folder.toAbsolutePath().resolve("../charts"));
    assertThat(read(file.formatted("/srv/charts")).chartFolder()).contains(Path.of("/srv/charts"));
    assertThat(read("name: acme\nrepositories: []\n").chartFolder()).isEmpty();
  }

  @Test
  void aTypoIsNamedWithItsLineAndTheNearestKey() {
    assertThatThrownBy(() -> read("name: acme\nrepositries: []\n"))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("workspace.yaml:2:")
        .hasMessageContaining("“repositries”")
        .hasMessageContaining("Did you mean “repositories”?");
  }

  @Test
  void aTypoInAnEntryIsNamedWithItsPlace() {
    assertThatThrownBy(() -> read("name: acme\nrepositories:\n- url: u\n- ulr: v\n"))
        .hasMessageContaining("workspace.yaml:4:")
        .hasMessageContaining("repositories[1]")
        .hasMessageContaining("Did you mean “url”?");
  }

  @Test
  void aWrongTypeAMissingKeyAndBrokenTextAreOneSentenceEach() {
    assertThatThrownBy(() -> read("name: acme\nrepositories: 3\n"))
        .hasMessageContaining("must be a list");
    assertThatThrownBy(() -> read("name: acme\nrepositories:\n- layer: x\n"))
        .hasMessageContaining("lacks the key “url”");
    assertThatThrownBy(() -> read("name: [\n")).hasMessageContaining("workspace.yaml:");
    assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
  }

  @Test
  void aRootNeedsExactlyOneBootstrap() {
    assertThatThrownBy(() -> read("name: a\nroots: [{name: r}]\n"))
        .hasMessageContaining("needs either manifest");
    assertThatThrownBy(() -> read("name: a\nroots: [{name: r, repoURL: u}]\n"))
        .hasMessageContaining("needs path");
  }

  @Test
  void oneRepositoryUnderTwoSpellingsIsRefused() {
    assertThatThrownBy(
            () -> read("name: a\nrepositories: [{url: 'https://h/x/a.git'}, {url: 'git@h:x/a'}]\n"))
        .hasMessageContaining("aliases");
  }

  @Test
  void aRepositoryCanStandOutsideAnEnvironment() throws Exception {
    Workspace workspace =
        read(
            "name: a\n"
                + "environments: [{name: prod, branches: {'https://h/tools.git': null,"
                + " 'https://h/b.git': main}}]\n");
    Workspace.Environment prod = workspace.environments().getFirst();
    assertThat(prod.branchOf(new RepoUrl("https://h/tools.git"))).isEmpty();
    assertThat(prod.branchOf(new RepoUrl("git@h:b.git"))).contains("main");
    assertThat(prod.branchOf(new RepoUrl("https://h/other.git"))).contains("prod");
  }
}
