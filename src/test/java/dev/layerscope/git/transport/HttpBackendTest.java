package dev.layerscope.git.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitBinary;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.credential.Accounts;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cloning from git's own program for web servers. */
class HttpBackendTest {
  @TempDir private Path temp;

  @Test
  void aRepositoryBehindGitsOwnBackendIsClonedAndARefreshAsksOnce() throws Exception {
    GitFixture.onDisk(temp.resolve("served/a.git")).file("a.yaml", "a: 1").commit("First");
    var clones = new Clones(temp.resolve("clones"), Accounts.in(temp.resolve("home")));
    try (var backend = new HttpBackend(temp.resolve("served"))) {
      var url = new RepoUrl(backend.url() + "a.git");
      try (Clone clone = clones.open(url, url.text(), Optional.empty(), Progress.SILENT)) {
        assertThat(clone.branches()).containsExactly("main");
        assertThat(backend.requests()).isEqualTo(2);

        assertThat(clones.fetch(clone, Progress.SILENT)).isEmpty();
        assertThat(backend.requests()).isEqualTo(1);
      }
    }
  }

  @Test
  void aRemoteWithThousandsOfPullRequestsIsAskedForItsBranchesOnly() throws Exception {
    Path served = temp.resolve("served/a.git");
    GitFixture.onDisk(served).file("a.yaml", "a: 1").commit("First");
    String tip = GitBinary.run(served, "rev-parse", "main").orElseThrow().strip();
    var packed = new StringBuilder("# pack-refs with: peeled fully-peeled sorted\n");
    packed.append(tip).append(" refs/heads/main\n");
    for (int i = 10_000; i < 12_500; i++) {
      packed.append(tip).append(" refs/pull/").append(i).append("/head\n");
    }
    Files.writeString(served.resolve("packed-refs"), packed);
    var clones = new Clones(temp.resolve("clones"), Accounts.in(temp.resolve("home")));
    try (var backend = new HttpBackend(temp.resolve("served"))) {
      var url = new RepoUrl(backend.url() + "a.git");
      try (Clone clone = clones.open(url, url.text(), Optional.empty(), Progress.SILENT)) {
        assertThat(clone.branches()).containsExactly("main");
        backend.requests();

        clones.fetch(clone, Progress.SILENT);
        assertThat(backend.requests()).isEqualTo(2);
        assertThat(clone.branches()).containsExactly("main");
      }
    }
  }
}
