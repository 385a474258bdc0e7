package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.transport.HttpBackend;
import dev.layerscope.operation.discovery.Discover;
import dev.layerscope.operation.discovery.Discovered;
import dev.layerscope.operation.discovery.Start;
import dev.layerscope.operation.discovery.Wishes;
import dev.layerscope.operation.discovery.WriteWorkspace;
import dev.layerscope.operation.open.FetchAll;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public estate of two repositories, found from its one manifest, with every request counted. */
class CorpusDiscoveryTest {
  private static final Path WORKSPACE =
      Path.of("..", "shared", "corpora", "workspaces", "multicloud-gitops");

  @TempDir private Path temp;

  private Map<RepoUrl, String> served(HttpBackend backend, Path folder) throws Exception {
    var addresses = new HashMap<RepoUrl, String>();
    for (Workspace.RepositoryEntry entry : WorkspaceFile.read(WORKSPACE).repositories()) {
      String bundle = WORKSPACE.resolve(entry.remote().orElseThrow()).toAbsolutePath().toString();
      String name = entry.url().shortName() + ".git";
      Process git =
          new ProcessBuilder("git", "clone", "-q", "--mirror", bundle, name)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(git.waitFor()).as(said).isZero();
      addresses.put(entry.url(), backend.url() + name);
    }
    return addresses;
  }

  @Test
  void bothAreClonedInTwoRequestsEachAndRefreshedInOneEach() throws Exception {
    assumeTrue(Files.isDirectory(WORKSPACE), "the corpora are not here");
    Path folder = Files.createDirectory(temp.resolve("served"));
    try (var backend = new HttpBackend(folder)) {
      var wishes = new Wishes(served(backend, folder), Set.of(), OptionalInt.empty());
      Path manifest = WORKSPACE.resolve("roots/multicloud-gitops-group-one.yaml");
      Start start = Start.parse(manifest.toString()).orElseThrow();

      Discovered found =
          new Discover(temp.resolve("clones"), wishes, all -> {})
              .from(start, "patterns", temp.resolve("out"), Progress.SILENT);

      assertThat(found.repositories())
          .extracting(one -> one.url().shortName())
          .containsExactlyInAnyOrder("multicloud-gitops", "clustergroup-chart");
      assertThat(found.missing()).isEmpty();
      assertThat(backend.requests()).isEqualTo(4);

      WriteWorkspace.write(found, temp.resolve("out"));
      try (Opened opened =
          new OpenWorkspace(temp.resolve("clones")).open(temp.resolve("out"), Progress.SILENT)) {
        List<FetchAll.Fetched> fetched =
            new FetchAll(temp.resolve("clones")).fetch(opened, Progress.SILENT);
        assertThat(fetched).hasSize(2).allMatch(one -> one.trouble().isEmpty());
        assertThat(backend.requests()).isEqualTo(2);
      }
    }
  }
}
