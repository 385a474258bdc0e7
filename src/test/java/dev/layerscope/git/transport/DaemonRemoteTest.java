package dev.layerscope.git.transport;

import static dev.layerscope.git.GitBinary.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitBinary;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RefMove;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.credential.Account;
import dev.layerscope.git.credential.Accounts;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cloning from git's own daemon: repositories as other programs make and serve them. */
class DaemonRemoteTest {
  private static final RepoUrl URL = new RepoUrl("https://git.example.com/platform/baseline.git");

  @TempDir private Path temp;
  private Path served = Path.of("");
  private DaemonRemote daemon;
  private Clones clones;

  @BeforeEach
  void aDaemon() throws Exception {
    served = Files.createDirectory(temp.resolve("served"));
    daemon = new DaemonRemote(served);
    clones = new Clones(temp.resolve("clones"), Accounts.in(temp.resolve("home")));
    git(served, "init", "-q", "--bare", "-b", "main", "empty.git");
    git(served, "init", "-q", "-b", "main", "work");
    for (int i = 0; i < 3; i++) {
      commit("a: " + i);
    }
    git(served, "clone", "-q", "--bare", "work", "baseline.git");
  }

  @AfterEach
  void close() throws IOException {
    daemon.close();
  }

  private void commit(String text) throws Exception {
    Path work = served.resolve("work");
    Files.writeString(work.resolve("a.yaml"), text + "\n");
    git(work, "add", ".");
    git(work, "-c", "user.name=R", "-c", "user.email=r@example.com", "commit", "-qm", text);
  }

  private Clone open(String name, OptionalInt depth) throws GitException {
    return clones.open(URL, daemon.url(name), Optional.empty(), depth, Progress.SILENT);
  }

  private Clone open(String name) throws GitException {
    return open(name, OptionalInt.empty());
  }

  private static int history(Clone clone) throws Exception {
    Path folder = ((BareClone) clone).repository().getDirectory().toPath();
    String tip = clone.branch("main").orElseThrow().commit();
    return Integer.parseInt(
        GitBinary.run(folder, "rev-list", "--count", tip).orElseThrow().strip());
  }

  @Test
  void theDaemonsRepositoryIsClonedAndGitFindsItSound() throws Exception {
    try (Clone clone = open("baseline.git")) {
      assertThat(clone.branches()).containsExactly("main");
      git(((BareClone) clone).repository().getDirectory().toPath(), "fsck", "--strict");
    }
  }

  @Test
  void aRepositoryWithoutACommitIsACloneWithoutACommit() throws Exception {
    try (Clone clone = open("empty.git")) {
      assertThat(clone.isEmpty()).isTrue();
      assertThat(clone.branches()).isEmpty();
    }
  }

  @Test
  void aHeadThatNamesABranchNobodyHasLeavesTheDefaultOpen() throws Exception {
    git(served.resolve("baseline.git"), "symbolic-ref", "HEAD", "refs/heads/unborn");
    try (Clone clone = open("baseline.git")) {
      assertThat(clone.branches()).containsExactly("main");
      assertThat(clone.resolve(Optional.empty())).isInstanceOf(Resolution.Unresolved.class);
    }
  }

  @Test
  void aShallowCloneHasTheCommitsAskedForAndGetsTheRestWhenAskedWhole() throws Exception {
    try (Clone clone = open("baseline.git", OptionalInt.of(1))) {
      assertThat(history(clone)).isEqualTo(1);
    }
    commit("a: later");
    git(served.resolve("work"), "push", "-q", served.resolve("baseline.git").toString(), "main");
    try (Clone clone = open("baseline.git", OptionalInt.of(1))) {
      clones.fetch(clone, Progress.SILENT);
      assertThat(history(clone)).isEqualTo(2);
    }
    try (Clone clone = open("baseline.git")) {
      assertThat(history(clone)).isEqualTo(4);
      git(((BareClone) clone).repository().getDirectory().toPath(), "fsck", "--strict");
    }
  }

  @Test
  void aRepositoryThatIsGoneKeepsItsLastStateAndSaysWhenThatWas() throws Exception {
    try (Clone clone = open("baseline.git")) {
      Optional<java.time.Instant> asked = clone.fetchedAt();
      Files.move(served.resolve("baseline.git"), served.resolve("elsewhere.git"));

      assertThatThrownBy(() -> clones.fetch(clone, Progress.SILENT))
          .isInstanceOf(GitException.class)
          .hasMessageContaining("baseline.git");
      assertThat(clone.branch("main")).isPresent();
      assertThat(clone.fetchedAt()).isEqualTo(asked);
    }
    try (Clone offline = open("baseline.git")) {
      assertThat(offline.branches()).containsExactly("main");
    }
  }

  @Test
  void aHistoryThatWasRewrittenIsSaidToBeForced() throws Exception {
    try (Clone clone = open("baseline.git")) {
      git(served.resolve("work"), "reset", "-q", "--hard", "HEAD~2");
      commit("a: other");
      git(
          served.resolve("work"),
          "push",
          "-q",
          "--force",
          served.resolve("baseline.git").toString(),
          "main",
          "main:dev");

      assertThat(clones.fetch(clone, Progress.SILENT))
          .extracting(RefMove::name, RefMove::how)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("main", RefMove.How.FORCED),
              org.assertj.core.groups.Tuple.tuple("dev", RefMove.How.NEW));
    }
  }

  @Test
  void aDaemonThatSaysNothingCanBeLeftAtOnceAndTheNextTrySucceeds() throws Exception {
    daemon.sayingNothing(true);
    var nobodyWaits = new LostInterest(new CountDownLatch(0));
    long start = System.nanoTime();
    assertThatThrownBy(() ->
            OnVirtualThread.call(
                () -> clones.open(URL, daemon.url("baseline.git"), Optional.empty(), nobodyWaits)))
        .isInstanceOf(CancellationException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));

    daemon.sayingNothing(false);
    open("baseline.git").close();
  }

  @Test
  void aDaemonThatSaysNothingIsGivenUpAtTheTimeLimit() throws Exception {
    daemon.sayingNothing(true);
    Account quick = Accounts.in(temp.resolve("home"));
    var impatient =
        new Clones(
            temp.resolve("clones"),
            new Account(quick.home(), quick.environment(), quick.helper(), Duration.ofSeconds(1)));
    assertThatThrownBy(() ->
            impatient.open(URL, daemon.url("baseline.git"), Optional.empty(), Progress.SILENT))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.NETWORK))
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void aRepositoryWithOtherNamesForItsObjectsIsRefusedWhereverItLies() throws Exception {
    git(served, "init", "-q", "--object-format=sha256", "-b", "main", "long");
    Path work = served.resolve("long");
    Files.writeString(work.resolve("a.yaml"), "a: 1\n");
    git(work, "add", ".");
    git(work, "-c", "user.name=R", "-c", "user.email=r@example.com", "commit", "-qm", "First");
    git(served, "clone", "-q", "--bare", "long", "long.git");

    for (String remote : List.of(daemon.url("long.git"), served.resolve("long.git").toString())) {
      assertThatThrownBy(() -> clones.open(URL, remote, Optional.empty(), Progress.SILENT))
          .isInstanceOfSatisfying(
              GitException.class,
              e -> assertThat(e.kind()).isEqualTo(GitException.Kind.UNSUPPORTED))
          .hasMessageContaining("only SHA-1 can be read");
    }
  }

  @Test
  void aPartialCloneIsNoRemoteEither() throws Exception {
    git(served.resolve("baseline.git"), "config", "uploadpack.allowFilter", "true");
    git(
        served,
        "clone",
        "-q",
        "--bare",
        "--filter=blob:none",
        "file://" + served.resolve("baseline.git"),
        "part.git");

    String part = served.resolve("part.git").toString();
    assertThatThrownBy(() -> clones.open(URL, part, Optional.empty(), Progress.SILENT))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("is a partial clone");
  }
}
