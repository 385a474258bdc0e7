package dev.layerscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.RepoUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceFileTest {
  @TempDir private Path folder = Path.of(".");

  private Workspace read(String text) throws IOException, WorkspaceException {
    Files.writeString(folder.resolve(WorkspaceFile.NAME), text);
    return WorkspaceFile.read(folder);
  }

  @Test
  void whatIsReadAheadIsAWorkspaceFile() {
    assertThatNoException().isThrownBy(WorkspaceFile::readAhead);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "repositories: [{url: u, depth: many}] | “depth” in repositories[0] must be a whole number,"
            + " not “many”.",
        "repositories: [{url: u, depth: 4294967296}] | must be a whole number",
        "repositories: [{url: [u]}] | “url” in repositories[0] must be text.",
        "repositories: {url: u} | “repositories” must be a list.",
        "repositories: [u] | “entry 1” in repositories must be a mapping, not “u”.",
        "ignore: [{profile: replicas, off: maybe}] | “off” in ignore[0] must be true or false, not"
            + " “maybe”.",
        "argocd: {plugins: x} | “plugins” in argocd must be a list, not “x”.",
        "roots: [{name: r, labels: [a]}] | “labels” in roots[0] must be a mapping."
      })
  void aWrongTypeIsSaidWithItsWayAndItsLine(String line, String sentence) {
    assertThatThrownBy(() -> read("name: acme\n\n" + line + "\n"))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("workspace.yaml:3: ")
        .hasMessageContaining(sentence);
  }

  @Test
  void numbersAndFlagsAreTextWhereTextIsWanted() throws Exception {
    Workspace workspace =
        read(
            """
            name: 2026
            argocd: {version: 3.10, settings: {application.resourceTrackingMethod: label}}
            repositories: [{url: "https://h/a.git", layer: yes}]
            """);
    assertThat(workspace.name()).isEqualTo("2026");
    assertThat(workspace.settings().version()).isEqualTo("3.10");
    assertThat(workspace.repositories().getFirst().layer()).contains("yes");
  }

  @Test
  void anchorsAreFollowedAndADoubleKeyAndASecondDocumentAreRefused() throws Exception {
    Workspace workspace =
        read("name: a\nroots:\n- &r {name: r, manifest: r.yaml}\n- {<<: *r, name: s}\n");
    assertThat(workspace.roots()).extracting(Workspace.RootEntry::name).containsExactly("r", "s");
    assertThatThrownBy(() -> read("name: a\nname: b\n")).hasMessageContaining("workspace.yaml:2:");
    assertThatThrownBy(() -> read("name: a\n---\nname: b\n"))
        .hasMessageContaining("workspace.yaml:3: a second document begins here");
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
