package dev.layerscope.git.commit;

import static dev.layerscope.git.commit.CommitDraftTest.ROBIN;
import static dev.layerscope.git.commit.CommitDraftTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.Commit;
import dev.layerscope.git.GitBinary;
import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.read.Refs;
import dev.layerscope.work.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCommitsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

  private static final RepoUrl OWN = new RepoUrl("https://git.example.com/own.git");

  @TempDir private Path temp;
  private GitFixture east;
  private GitFixture west;
  private LocalCommits commits;
  private Repositories repositories;

  @BeforeEach
  void twoRepositories() {
    east = GitFixture.repo("https://git.example.com/east.git").file("a", "1\n").commit("First");
    west = GitFixture.repo("https://git.example.com/west.git").file("a", "1\n").commit("First");
    commits = new LocalCommits(temp.resolve("change-sets"), CLOCK);
    repositories = GitFixture.repositories(east, west);
  }

  @Test
  void whatWasWrittenAfterTheClockWasSetBackIsTheNewestAllTheSame() throws Exception {
    commits.write("Before", List.of(plan(east, "main", "a", "2\n")), Progress.SILENT);
    Clock back = Clock.offset(CLOCK, java.time.Duration.ofDays(-2));
    var later = new LocalCommits(temp.resolve("change-sets"), back);
    later.write("After", List.of(plan(east, "main", "a", "3\n")), Progress.SILENT);
    later.write("Last", List.of(plan(west, "main", "a", "3\n")), Progress.SILENT);

    assertThat(new LocalCommits(temp.resolve("change-sets"), CLOCK).all())
        .extracting(ChangeSet::title)
        .containsExactly("Last", "After", "Before");
  }

  private static PlannedCommit plan(GitFixture fixture, String branch, String path, String content)
      throws GitException {
    Optional<Snapshot> base =
        fixture
            .clone()
            .branch(branch)
            .map(Branch::commit)
            .or(() -> Optional.of(fixture.head()))
            .flatMap(fixture.clone()::snapshot);
    return new CommitDraft(
            fixture.clone(),
            branch,
            base,
            Map.of(TreePath.of(path), text(content)),
            ROBIN,
            "Write " + path)
        .plan();
  }

  private static Branch branch(GitFixture fixture, String name) {
    return fixture.clone().branch(name).orElseThrow();
  }

  private static String content(GitFixture fixture, String branch, String path) {
    Snapshot snapshot = fixture.clone().snapshot(branch(fixture, branch).commit()).orElseThrow();
    return new String(
        snapshot.read(snapshot.find(TreePath.of(path)).orElseThrow()), StandardCharsets.UTF_8);
  }

  private static void localBranch(GitFixture fixture, String name, String commit) {
    fixture.ref(Refs.local(name), commit);
  }

  @Test
  void writtenCommitsAreOursAheadOfTheRemote() throws GitException {
    PlannedCommit e = plan(east, "main", "b", "2");
    PlannedCommit w = plan(west, "main", "b", "2");

    ChangeSet set = commits.write("Two at once", List.of(e, w), Progress.SILENT);

    assertThat(set.state()).isEqualTo(ChangeSet.State.DONE);
    assertThat(branch(east, "main"))
        .extracting(Branch::commit, Branch::ahead)
        .containsExactly(e.after().commit(), 1);
    assertThat(branch(west, "main"))
        .extracting(Branch::commit, Branch::ahead)
        .containsExactly(w.after().commit(), 1);
    assertThat(commits.all()).containsExactly(set);
  }

  @Test
  void chainedCommitsMakeTheirBranches() throws GitException {
    PlannedCommit dev = plan(east, "dev", "b", "dev");
    PlannedCommit qa =
        new CommitDraft(
                east.clone(),
                "qa",
                Optional.of(dev.after()),
                Map.of(TreePath.of("b"), text("qa")),
                ROBIN,
                "For qa")
            .plan();

    commits.write("New layer", List.of(dev, qa), Progress.SILENT);

    assertThat(content(east, "dev", "b")).isEqualTo("dev");
    assertThat(content(east, "qa", "b")).isEqualTo("qa");
    assertThat(east.clone().history().mergeBase(dev.after().commit(), qa.after().commit()))
        .contains(dev.after().commit());
  }

  @Test
  void aBranchThatMovedSinceItWasPlannedIsRefusedAndNothingIsWritten() throws GitException {
    PlannedCommit e = plan(east, "main", "b", "2");
    PlannedCommit w = plan(west, "main", "b", "2");
    west.file("c", "1").commit("Theirs");

    assertThatThrownBy(() -> commits.write("Late", List.of(e, w), Progress.SILENT))
        .isInstanceOfSatisfying(
            GitException.class, x -> assertThat(x.kind()).isEqualTo(GitException.Kind.MOVED))
        .hasMessageContaining("main of west has moved");
    assertThat(branch(east, "main").ahead()).isZero();
    assertThat(commits.all()).isEmpty();
  }

  @Test
  void aDivergedBranchIsRefused() throws GitException {
    east.local().file("b", "1").commit("Ours").remote().file("c", "1").commit("Theirs");
    PlannedCommit planned = plan(east, "main", "d", "1");

    assertThatThrownBy(() -> commits.write("No", List.of(planned), Progress.SILENT))
        .hasMessageContaining("Both we and the remote have new commits on main");
  }

  @Test
  void undoPutsAnUntouchedBranchBackWhereItWas() throws GitException {
    ChangeSet set = commits.write("Change", List.of(plan(east, "main", "b", "2")), Progress.SILENT);

    ChangeSet undone = commits.undo(set, repositories, ROBIN, Progress.SILENT);

    assertThat(branch(east, "main").from()).isEqualTo(Branch.From.REMOTE);
    assertThat(east.clone().branches()).containsExactly("main");
    assertThat(undone.title()).isEqualTo("Undo: Change");
    assertThat(commits.all()).extracting(ChangeSet::state).contains(ChangeSet.State.UNDONE);
  }

  @Test
  void undoingTheUndoBringsItBack() throws GitException {
    ChangeSet set = commits.write("Change", List.of(plan(east, "main", "b", "2")), Progress.SILENT);
    ChangeSet undone = commits.undo(set, repositories, ROBIN, Progress.SILENT);

    ChangeSet redone = commits.undo(undone, repositories, ROBIN, Progress.SILENT);

    assertThat(redone.title()).isEqualTo("Redo: Change");
    assertThat(content(east, "main", "b")).isEqualTo("2");
  }

  @Test
  void undoOfAPublishedCommitIsACommitThatTakesItBack() throws GitException {
    ChangeSet set =
        commits.write("Change", List.of(plan(east, "main", "a", "1\nours\n")), Progress.SILENT);
    east.ref("refs/remotes/origin/main", set.moves().getFirst().after().orElseThrow());

    commits.undo(set, repositories, ROBIN, Progress.SILENT);

    assertThat(branch(east, "main").ahead()).isEqualTo(1);
    assertThat(content(east, "main", "a")).isEqualTo("1\n");
    assertThat(east.clone().history().commit(branch(east, "main").commit()))
        .map(Commit::subject)
        .contains("Revert \"Change\"");
  }

  @Test
  void undoKeepsWhatCameLaterInTheSameFile() throws GitException {
    east.file("a", "1\n2\n3\n4\n5\n6\n").commit("Longer");
    ChangeSet set =
        commits.write(
            "Change", List.of(plan(east, "main", "a", "one\n2\n3\n4\n5\n6\n")), Progress.SILENT);
    commits.write(
        "Later", List.of(plan(east, "main", "a", "one\n2\n3\n4\n5\nsix\n")), Progress.SILENT);

    commits.undo(set, repositories, ROBIN, Progress.SILENT);

    assertThat(content(east, "main", "a")).isEqualTo("1\n2\n3\n4\n5\nsix\n");
  }

  @Test
  void undoNamesTheFilesWhereLaterCommitsAreInTheWay() throws GitException {
    ChangeSet set =
        commits.write("Change", List.of(plan(east, "main", "a", "2\n")), Progress.SILENT);
    commits.write("Later", List.of(plan(east, "main", "a", "3\n")), Progress.SILENT);

    assertThatThrownBy(() -> commits.undo(set, repositories, ROBIN, Progress.SILENT))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("same lines of a");
    assertThat(content(east, "main", "a")).isEqualTo("3\n");
  }

  @Test
  void whatWasDecidedWhenTheProgramDiedIsCarriedOutAtTheNextStart() throws Exception {
    GitFixture disk = onDisk("disk.git");
    PlannedCommit one = plan(disk, "main", "b", "1");
    PlannedCommit two = plan(disk, "dev", "b", "2");
    ChangeSet died = died(commits.write("Both", List.of(one, two), Progress.SILENT), disk, "dev");

    List<ChangeSet> ended = commits.recover(Progress.SILENT);

    assertThat(ended).containsExactly(died.in(ChangeSet.State.DONE));
    assertThat(branch(disk, "dev").commit()).isEqualTo(two.after().commit());
    assertThat(commits.recover(Progress.SILENT)).isEmpty();
  }

  @Test
  void whatWasDecidedGoesBackWhenSomebodyMovedABranchMeanwhile() throws Exception {
    GitFixture disk = onDisk("disk.git");
    String before = branch(disk, "main").commit();
    PlannedCommit one = plan(disk, "main", "b", "1");
    PlannedCommit two = plan(disk, "dev", "b", "2");
    ChangeSet died = died(commits.write("Both", List.of(one, two), Progress.SILENT), disk, "dev");
    localBranch(disk, "dev", before);

    List<ChangeSet> ended = commits.recover(Progress.SILENT);

    assertThat(ended).containsExactly(died.in(ChangeSet.State.FAILED));
    assertThat(branch(disk, "main").commit()).isEqualTo(before);
    assertThat(branch(disk, "dev").commit()).isEqualTo(before);
  }

  /** The state a program leaves that dies before it moved one of the branches. */
  private ChangeSet died(ChangeSet done, GitFixture fixture, String unmoved) throws GitException {
    ChangeSet decided = done.in(ChangeSet.State.DECIDED);
    new ChangeSetFiles(temp.resolve("change-sets")).write(decided);
    fixture.remove(Refs.local(unmoved));
    return decided;
  }

  private GitFixture onDisk(String name) throws Exception {
    return GitFixture.onDisk(temp.resolve(name), "https://git.example.com/" + name)
        .file("a", "1\n")
        .commit("First");
  }

  @Test
  void gitFindsNothingWrongWithWhatWeWrite() throws Exception {
    GitFixture disk = onDisk("judged.git");
    ChangeSet set =
        commits.write(
            "Both",
            List.of(plan(disk, "main", "x/y/z", "1"), plan(disk, "dev", "a", "2")),
            Progress.SILENT);
    commits.undo(set, GitFixture.repositories(disk), ROBIN, Progress.SILENT);

    assertThat(
            GitBinary.run(temp.resolve("judged.git"), "fsck", "--strict", "--no-dangling")
                .orElse(""))
        .doesNotContain("error");
  }

  @Test
  void aBranchThatIsCheckedOutIsNotOursToMove() throws Exception {
    Path own = usersOwnClone();

    try (Clone clone = openOwn(own)) {
      for (String branch : List.of("main", "dev")) {
        assertThatThrownBy(() -> commits.write("x", List.of(on(clone, branch)), Progress.SILENT))
            .isInstanceOfSatisfying(
                GitException.class,
                e -> assertThat(e.kind()).isEqualTo(GitException.Kind.CHECKED_OUT))
            .hasMessageContaining("layerscope/" + branch);
      }
    }
  }

  @Test
  void aBranchOfAUsersOwnCloneThatIsNotCheckedOutCanBeWritten() throws Exception {
    Path own = usersOwnClone();

    try (Clone clone = openOwn(own)) {
      commits.write("x", List.of(on(clone, "free")), Progress.SILENT);

      assertThat(clone.history().commit(clone.branch("free").orElseThrow().commit()))
          .map(Commit::subject)
          .contains("Ours");
    }
  }

  /** A clone with a work tree on main and a linked one on dev. */
  private Path usersOwnClone() throws Exception {
    Path own = temp.resolve("own");
    try (Repository repository = new FileRepositoryBuilder().setWorkTree(own.toFile()).build()) {
      repository.create();
      GitFixture.in(repository, OWN.text())
          .withoutRemote()
          .file("a", "1")
          .commit("First")
          .branch("dev")
          .branch("free");
    }
    Path linked = Files.createDirectories(own.resolve(".git/worktrees/beside"));
    Files.writeString(linked.resolve("HEAD"), "ref: refs/heads/dev\n");
    Files.writeString(linked.resolve("commondir"), "../..\n");
    Files.writeString(
        Files.createDirectory(temp.resolve("beside")).resolve(".git"), "gitdir: " + linked + "\n");
    return temp.resolve("beside");
  }

  private Clone openOwn(Path folder) throws GitException {
    return new Clones(temp.resolve("clones")).openLocal(OWN, folder, Optional.empty());
  }

  private static PlannedCommit on(Clone clone, String branch) throws GitException {
    Optional<Snapshot> base = clone.branch(branch).map(Branch::commit).flatMap(clone::snapshot);
    return new CommitDraft(clone, branch, base, Map.of(TreePath.of("b"), text("b")), ROBIN, "Ours")
        .plan();
  }
}
