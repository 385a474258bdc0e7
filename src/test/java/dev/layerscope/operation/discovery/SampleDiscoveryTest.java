package dev.layerscope.operation.discovery;

import static dev.layerscope.git.GitBinary.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.transport.HttpBackend;
import dev.layerscope.operation.open.FetchAll;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample, found from one of its roots over the network, with every request counted. */
class SampleDiscoveryTest {
  private static final Path SAMPLE = Path.of("sample-workspace");

  @TempDir private Path temp;

  /** Every repository of the sample behind HTTP, by the address Applications give it. */
  private Map<RepoUrl, String> served(HttpBackend backend, Path folder) throws Exception {
    var addresses = new HashMap<RepoUrl, String>();
    for (Workspace.RepositoryEntry entry : WorkspaceFile.read(SAMPLE).repositories()) {
      Path bundle = SAMPLE.resolve(entry.remote().orElseThrow()).toAbsolutePath();
      String name = entry.url().shortName() + ".git";
      if (Files.exists(bundle)) {
        git(folder, "clone", "-q", "--mirror", bundle.toString(), name);
      }
      addresses.put(entry.url(), backend.url() + name);
    }
    return addresses;
  }

  @Test
  void everythingOneRootLeadsToIsClonedInTwoRequestsEachAndRefreshedInOne() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("served"));
    try (var backend = new HttpBackend(folder)) {
      var wishes = new Wishes(served(backend, folder), Set.of(), OptionalInt.empty());
      var discover = new Discover(temp.resolve("clones"), wishes, all -> {});
      Start start =
          new Start.InRepository(
              new RepoUrl("https://git.example.com/clusters/my-cluster.git"),
              "bootstrap/my-cluster-deps.yaml",
              Optional.of("prod"));

      Discovered found = discover.from(start, "sample", temp.resolve("out"), Progress.SILENT);

      assertThat(found.repositories())
          .extracting(one -> one.url().shortName())
          .contains("my-cluster", "type-a", "baseline");
      long missing = found.missing().size();
      int cloned = found.repositories().size() - (int) missing;
      assertThat(backend.requests()).isBetween(2 * cloned, 2 * cloned + (int) missing);
      assertThat(found.draft().environments()).contains("dev", "prod");

      WriteWorkspace.write(found, temp.resolve("out"));
      try (Opened opened =
          new OpenWorkspace(temp.resolve("clones")).open(temp.resolve("out"), Progress.SILENT)) {
        backend.requests();
        List<FetchAll.Fetched> fetched =
            new FetchAll(temp.resolve("clones")).fetch(opened, Progress.SILENT);

        assertThat(fetched).filteredOn(one -> one.trouble().isEmpty()).hasSize(cloned);
        assertThat(backend.requests()).isEqualTo(cloned);
      }
    }
  }
}
