package dev.layerscope.git.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitBinary;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.credential.Accounts;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone that git tidies up while we read it. */
class CollectedBesideUsTest {
  private static final RepoUrl URL = new RepoUrl("https://git.example.com/estate.git");

  @TempDir private Path temp;
  private Path remote = Path.of("");
  private GitFixture estate;

  @BeforeEach
  void aRemoteWithAHistory() throws IOException {
    remote = temp.resolve("estate.git");
    estate = GitFixture.onDisk(remote);
    for (int i = 0; i < 30; i++) {
      estate.file("f" + i, "content " + i).commit("Add " + i);
    }
  }

  private static void readAll(Clone clone, int files) {
    Snapshot snapshot =
        clone.branch("main").map(Branch::commit).flatMap(clone::snapshot).orElseThrow();
    assertThat(snapshot.list(TreePath.ROOT)).hasSize(files);
    for (TreeEntry entry : snapshot.list(TreePath.ROOT)) {
      assertThat(new String(snapshot.read(entry), StandardCharsets.UTF_8)).startsWith("content");
    }
  }

  @Test
  void whatGitPacksBesideUsIsReadAllTheSame() throws Exception {
    var clones = new Clones(temp.resolve("clones"), Accounts.in(temp));
    try (Clone managed = clones.open(URL, remote.toString(), Optional.empty(), Progress.SILENT);
        Clone own = clones.openLocal(URL, remote, Optional.of("main"))) {
      readAll(managed, 30);
      for (int round = 0; round < 3; round++) {
        estate.file("more" + round, "content").commit("More");
        clones.fetch(managed, Progress.SILENT);
        for (Path place :
            new Path[] {remote, ((BareClone) managed).repository().getDirectory().toPath()}) {
          GitBinary.run(place, "gc", "-q", "--prune=now");
          GitBinary.run(place, "repack", "-adfq");
          GitBinary.run(place, "pack-refs", "--all");
        }
        readAll(managed, 31 + round);
        readAll(own, 31 + round);
      }
    }
  }

  @Test
  void aHistoryThatIsRewrittenAndCollectedUnderUsIsReadAnew() throws Exception {
    var clones = new Clones(temp.resolve("clones"), Accounts.in(temp));
    try (Clone own = clones.openLocal(URL, remote, Optional.of("main"))) {
      String before = own.branch("main").orElseThrow().commit();
      GitBinary.run(remote, "update-ref", "refs/heads/main", before + "~10");
      GitBinary.run(remote, "reflog", "expire", "--expire=now", "--all");
      GitBinary.run(remote, "gc", "-q", "--prune=now");

      if (GitBinary.run(remote, "--version").isPresent()) {
        readAll(own, 20);
        assertThat(own.snapshot("1".repeat(40))).isEmpty();
      }
    }
    assertThat(Files.exists(remote.resolve("HEAD"))).isTrue();
  }
}
