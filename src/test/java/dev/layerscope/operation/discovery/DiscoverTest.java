package dev.layerscope.operation.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.clones.KeptClones;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.discovery.FoundRepository.State;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one manifest to a chain of three repositories, one of which is not there. */
class DiscoverTest {
  @TempDir private Path temp;
  private GitFixture cluster;
  private GitFixture layer;
  private final List<List<FoundRepository>> seen = new CopyOnWriteArrayList<>();

  @BeforeEach
  void aClusterOverALayerOverSomethingLost() throws IOException {
    layer = GitFixture.onDisk(temp.resolve("type-a.git"));
    layer
        .defaultBranch("dev")
        .file("deps/lost.yaml", application("lost", "file://" + temp.resolve("lost.git")))
        .file("deps/chart.yaml", chart())
        .commit("Begin")
        .branch("prod")
        .on("dev")
        .branch("feature/try");
    cluster = GitFixture.onDisk(temp.resolve("east.git"));
    cluster
        .defaultBranch("dev")
        .file("bootstrap/east.yaml", application("east-deps", cluster.url().text()))
        .file("deps/type-a.yaml", application("type-a-deps", layer.url().text()))
        .commit("Begin")
        .branch("prod");
  }

  private static String application(String name, String url) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: gitops}
    spec:
      project: default
      source: {repoURL: "%s", path: deps, targetRevision: dev}
      destination: {server: https://kubernetes.default.svc}
    """
        .formatted(name, url);
  }

  private static String chart() {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: chart, namespace: gitops}
    spec:
      project: default
      source: {repoURL: "https://charts.example.com", chart: nginx, targetRevision: 1.0.0}
      destination: {server: https://kubernetes.default.svc}
    """;
  }

  private Discovered discover(Start start) throws WorkspaceException {
    return new Discover(temp.resolve("clones"), seen::add)
        .from(start, "estate", temp.resolve("estate"), Progress.SILENT);
  }

  private Start inGit() {
    return new Start.InRepository(cluster.url(), "bootstrap/east.yaml", Optional.of("dev"));
  }

  @Test
  void everythingTheStartLeadsToIsClonedOnceAndWhatIsLostIsSaid() throws WorkspaceException {
    Discovered discovered = discover(inGit());

    assertThat(discovered.repositories())
        .extracting(f -> f.url().shortName(), FoundRepository::foundBy, f -> f.state().getClass())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("east", "", State.Done.class),
            org.assertj.core.groups.Tuple.tuple("type-a", "type-a-deps", State.Done.class),
            org.assertj.core.groups.Tuple.tuple("lost", "lost", State.Failed.class));
    assertThat(discovered.missing()).hasSize(1);
    assertThat(discovered.draft().environments()).containsExactly("dev", "prod");
    assertThat(discovered.draft().namespace()).contains("gitops");
    assertThat(seen.getFirst())
        .singleElement()
        .satisfies(one -> assertThat(one.state()).isInstanceOf(State.Waiting.class));
  }

  @Test
  void theFileThatIsWrittenOpensToTheSamePicture() throws Exception {
    Path folder = temp.resolve("estate");
    WriteWorkspace.write(discover(inGit()), folder);

    try (Opened opened = new OpenWorkspace(temp.resolve("clones")).open(folder, Progress.SILENT)) {
      Hierarchy hierarchy = Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
      assertThat(hierarchy.nodes())
          .extracting(HierarchyNode::name)
          .containsExactlyInAnyOrder("east-deps", "type-a-deps", "lost", "chart");
    }
    assertThatThrownBy(() -> WriteWorkspace.write(discover(inGit()), folder))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void aManifestOnDiskIsCopiedBesideTheWorkspaceFile() throws Exception {
    Path manifest = temp.resolve("east.yaml");
    Files.writeString(manifest, application("east-deps", cluster.url().text()));

    Discovered discovered = discover(new Start.ManifestFile(manifest));
    WriteWorkspace.write(discovered, temp.resolve("estate"));

    assertThat(temp.resolve("estate/roots/east.yaml")).hasSameTextualContentAs(manifest);
    assertThat(temp.resolve("estate/workspace.yaml"))
        .content()
        .contains("name: east", "manifest: roots/east.yaml", "# Could not be read: ");
  }

  @Test
  void aRemoteRepositoryNamesNothingOnThisMachine() {
    var cloning = new Cloning(temp.resolve("clones"), Wishes.NONE, Progress.SILENT, seen::add);
    var named =
        new Named(new RepoUrl("file:///home/robin/private.git"), "nosy", Optional.empty(), false);

    assertThat(cloning.add(List.of(named))).isTrue();
    cloning.cloneWaiting();

    assertThat(cloning.found())
        .singleElement()
        .satisfies(one -> assertThat(one.state()).isInstanceOf(State.LeftAlone.class));
    cloning.close();
  }

  @Test
  void aCancelledDiscoveryLeavesItsClonesForTheNextTime() throws WorkspaceException {
    var afterTheFirst =
        new Progress() {
          @Override
          public void report(String what, long done, long total) {}

          @Override
          public boolean cancelled() {
            return seen.stream()
                .flatMap(List::stream)
                .anyMatch(f -> f.state() instanceof State.Done);
          }
        };
    assertThatThrownBy(() ->
            new Discover(temp.resolve("clones"), seen::add)
                .from(inGit(), "estate", temp.resolve("estate"), afterTheFirst))
        .isInstanceOf(CancellationException.class);
    assertThat(temp.resolve("estate")).doesNotExist();

    assertThat(discover(inGit()).repositories()).hasSize(3);
  }

  @Test
  void aManifestWithoutAnApplicationIsRefusedWithItsName() throws IOException {
    Path manifest = temp.resolve("config.yaml");
    Files.writeString(manifest, "kind: ConfigMap\napiVersion: v1\n");

    assertThatThrownBy(() -> discover(new Start.ManifestFile(manifest)))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("config.yaml holds no Application");
  }

  @Test
  void aListIsClonedAndClonesOfOnesOwnAreReadWhereTheyAre() throws Exception {
    Path own = temp.resolve("src/platform/type-a.git");
    Files.createDirectories(own.getParent());
    Files.move(temp.resolve("type-a.git"), own);
    String lines = "# ours\n\n" + cluster.url().text() + "\n" + temp.resolve("src") + "\n";

    Discovered found =
        new Discover(temp.resolve("clones"), all -> {})
            .from(new Start.Listed(lines), "listed", temp.resolve("out"), Progress.SILENT);

    assertThat(found.repositories())
        .extracting(one -> one.state().getClass().getSimpleName())
        .containsExactly("Done", "Done");
    assertThat(found.draft().text()).contains("clone: ").contains(own.toString());
    assertThat(new KeptClones(temp.resolve("clones")).all()).hasSize(1);
    WriteWorkspace.write(found, temp.resolve("out"));
    try (Opened opened =
        new OpenWorkspace(temp.resolve("clones")).open(temp.resolve("out"), Progress.SILENT)) {
      assertThat(opened.workspace().roots()).isEmpty();
      assertThat(opened.repositories().all())
          .allMatch(one -> one instanceof Repositories.Access.Available);
    }
  }

  @Test
  void anAddressWithAPathAndARevisionIsRead() {
    assertThat(Start.parse("https://git.example.com/a/b.git//bootstrap/x.yaml@v1"))
        .contains(
            new Start.InRepository(
                new RepoUrl("https://git.example.com/a/b.git"),
                "bootstrap/x.yaml",
                Optional.of("v1")));
    assertThat(Start.parse("git@git.example.com:a/b.git//x.yaml"))
        .contains(
            new Start.InRepository(
                new RepoUrl("git@git.example.com:a/b.git"), "x.yaml", Optional.empty()));
    assertThat(Start.parse("https://git.example.com/a/b.git")).isEmpty();
    assertThat(Start.parse("nowhere.yaml")).isEmpty();
  }

  @Test
  void addressesThatLookAlikeAreProposedAndMergedOnlyWhenAPersonSaysSo() throws Exception {
    GitFixture again = GitFixture.onDisk(temp.resolve("Elsewhere.git"));
    again.defaultBranch("dev").file("x.yaml", "a: 1").commit("Begin");
    var pairs =
        Lookalikes.among(
            List.of(
                new RepoUrl("https://git.example.com/platform/Baseline.git"),
                new RepoUrl("https://git.example.com/platform/other"),
                new RepoUrl("ssh://git@mirror.example.com/platform/baseline")));
    assertThat(pairs).hasSize(1);

    var pair = new Lookalike(cluster.url(), layer.url());
    Discovered merged = discover(inGit()).merged(pair);

    assertThat(merged.draft().text())
        .contains("aliases:")
        .doesNotContain("- url: " + layer.url().display());
    WriteWorkspace.write(merged, temp.resolve("estate"));
    assertThat(
            dev.layerscope.workspace.WorkspaceFile.read(temp.resolve("estate"))
                .repository(layer.url())
                .orElseThrow()
                .url())
        .isEqualTo(cluster.url());
  }
}
