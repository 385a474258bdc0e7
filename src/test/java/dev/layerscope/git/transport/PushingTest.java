package dev.layerscope.git.transport;

import static dev.layerscope.git.commit.CommitDraftTest.ROBIN;
import static dev.layerscope.git.commit.CommitDraftTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitBinary;
import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.clones.CloneLock;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.commit.CommitDraft;
import dev.layerscope.git.commit.LocalCommits;
import dev.layerscope.git.commit.PlannedCommit;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushingTest {
  private static final RepoUrl URL = new RepoUrl("https://git.example.com/platform/baseline.git");

  @TempDir private Path temp;
  private Path remote;
  private GitFixture origin;
  private Clones clones;
  private Clone clone;

  @BeforeEach
  void aCloneWithACommitOfOurs() throws Exception {
    GitSettings.install();
    remote = temp.resolve("remote.git");
    Repository repository =
        new FileRepositoryBuilder().setGitDir(remote.toFile()).setBare().build();
    repository.create(true);
    origin = GitFixture.in(repository, URL.text()).withoutRemote().file("a", "1").commit("First");
    clones = new Clones(temp.resolve("clones"));
    clone = clones.open(URL, remote.toString(), Optional.empty(), Progress.SILENT);
    write("b");
  }

  @AfterEach
  void close() {
    clone.close();
  }

  private void write(String path) throws GitException {
    Optional<Snapshot> base = clone.branch("main").map(Branch::commit).flatMap(clone::snapshot);
    PlannedCommit planned =
        new CommitDraft(clone, "main", base, Map.of(TreePath.of(path), text("1")), ROBIN, "Ours")
            .plan();
    new LocalCommits(temp.resolve("change-sets"), Clock.systemUTC())
        .write("Ours", List.of(planned), Progress.SILENT);
  }

  private Optional<String> there(String branch) {
    return origin.clone().branch(branch).map(Branch::commit);
  }

  @Test
  void whatIsPushedIsNoLongerAhead() throws GitException {
    String ours = clone.branch("main").orElseThrow().commit();

    clones.push(clone, "main", Optional.empty(), Progress.SILENT);

    assertThat(there("main")).contains(ours);
    assertThat(clone.branch("main"))
        .hasValueSatisfying(main -> assertThat(main.from()).isEqualTo(Branch.From.REMOTE));
  }

  @Test
  void aTopicBranchLeavesTheBranchItselfAhead() throws GitException {
    clones.push(clone, "main", Optional.of("topic/ours"), Progress.SILENT);

    assertThat(there("topic/ours")).isEqualTo(clone.branch("main").map(Branch::commit));
    assertThat(clone.branch("main")).map(Branch::ahead).contains(1);
  }

  @Test
  void commitsOfOthersAreNeverPushedOver() {
    origin.file("c", "1").commit("Theirs");

    assertThatThrownBy(() -> clones.push(clone, "main", Optional.empty(), Progress.SILENT))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.MOVED));
    assertThat(there("main")).contains(origin.head());
  }

  @Test
  void aBundleCannotBePushedTo() throws Exception {
    Path bundle = temp.resolve("copy.bundle");
    if (GitBinary.run(remote, "bundle", "create", "-q", bundle.toString(), "--all").isEmpty()) {
      return;
    }
    try (Clone copy =
        clones.open(
            new RepoUrl("https://git.example.com/copy.git"),
            bundle.toString(),
            Optional.empty(),
            Progress.SILENT)) {
      assertThatThrownBy(() -> clones.push(copy, "main", Optional.empty(), Progress.SILENT))
          .hasMessageContaining("is a bundle");
    }
  }

  @Test
  void hooksAreNotRun() throws IOException, GitException {
    Path marker = temp.resolve("hook-ran");
    Path hooks =
        Files.createDirectories(
            ((BareClone) clone).repository().getDirectory().toPath().resolve("hooks"));
    Path hook = Files.writeString(hooks.resolve("pre-push"), "#!/bin/sh\ntouch " + marker + "\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    clones.push(clone, "main", Optional.empty(), Progress.SILENT);

    assertThat(marker).doesNotExist();
  }

  @Test
  void aRepositoryThatIsNewEverywhereIsMadeHereAndPushedLater() throws Exception {
    Path there = temp.resolve("new.git");
    RepoUrl url = new RepoUrl("https://git.example.com/new.git");
    try (Clone fresh = clones.create(url, there.toString(), Optional.of("dev"), Progress.SILENT)) {
      assertThat(fresh.isEmpty()).isTrue();
      PlannedCommit first =
          new CommitDraft(
                  fresh,
                  "dev",
                  Optional.empty(),
                  Map.of(TreePath.of("README.md"), text("new")),
                  ROBIN,
                  "x")
              .plan();
      new LocalCommits(temp.resolve("change-sets"), Clock.systemUTC())
          .write("New", List.of(first), Progress.SILENT);
      assertThat(fresh.branch("dev")).map(Branch::ahead).contains(1);
      assertThat(fresh.resolve(Optional.empty())).isInstanceOf(Resolution.Resolved.class);

      assertThatThrownBy(() -> clones.push(fresh, "dev", Optional.empty(), Progress.SILENT))
          .isInstanceOfSatisfying(
              GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.NOT_FOUND));
      try (Repository repository =
          new FileRepositoryBuilder().setGitDir(there.toFile()).setBare().build()) {
        repository.create(true);
      }
      clones.push(fresh, "dev", Optional.empty(), Progress.SILENT);
      assertThat(fresh.branch("dev")).map(Branch::from).contains(Branch.From.REMOTE);
    }
  }

  @Test
  void aPullRequestIsFetchedOnDemand() throws GitException {
    origin.branch("theirs").file("d", "1").commit("Please").ref("refs/pull/7/head");

    clones.fetchRef(clone, "refs/pull/7/head", Progress.SILENT);

    assertThat(clone.resolve(Optional.of("refs/pull/7/head")))
        .extracting(r -> ((Resolution.Resolved) r).revision().commit())
        .isEqualTo(origin.head());
    assertThat(clone.branches()).containsExactly("main");
  }

  @Test
  void aPullRequestTheRemoteHasNotIsNamed() {
    assertThatThrownBy(() -> clones.fetchRef(clone, "refs/pull/8/head", Progress.SILENT))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.NOT_FOUND))
        .hasMessageContaining("has no refs/pull/8/head");
  }

  @Test
  void aCloneThatIsBeingChangedElsewhereIsNotChangedTwice() throws Exception {
    Path lock = CloneLock.beside(((BareClone) clone).repository().getDirectory().toPath());
    try (CloneLock held = CloneLock.take(lock, URL, Progress.SILENT)) {
      assertThatThrownBy(() -> CloneLock.take(lock, URL, Progress.SILENT, java.time.Duration.ZERO))
          .isInstanceOfSatisfying(
              GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.DISK))
          .hasMessageContaining("another window or command");
    }
    CloneLock.take(lock, URL, Progress.SILENT, java.time.Duration.ZERO).close();
  }
}
