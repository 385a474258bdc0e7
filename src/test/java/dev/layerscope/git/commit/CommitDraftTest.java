package dev.layerscope.git.commit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.Branch;
import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Person;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public class CommitDraftTest {
  public static final Person ROBIN =
      new Person(
          "Robin Example",
          "robin@example.com",
          Instant.parse("2026-02-01T00:00:00Z"),
          ZoneOffset.UTC);

  private final GitFixture fixture =
      GitFixture.repo("https://git.example.com/platform/baseline.git")
          .file("deps/a.yaml", "a: 1")
          .file("deps.txt", "sorts between deps and deps/")
          .file("deps/sub/only.yaml", "1")
          .executable("run.sh", "true")
          .symlink("link", "deps/a.yaml")
          .commit("First");

  public static Optional<byte[]> text(String text) {
    return Optional.of(text.getBytes(UTF_8));
  }

  private Snapshot planned(Map<TreePath, Optional<byte[]>> files) throws GitException {
    return new CommitDraft(
            fixture.clone(), "main", Optional.of(fixture.snapshot()), files, ROBIN, "Change")
        .plan()
        .after();
  }

  private static String content(Snapshot snapshot, String path) {
    return new String(snapshot.read(snapshot.find(TreePath.of(path)).orElseThrow()), UTF_8);
  }

  @Test
  void aPlannedCommitReadsLikeAnyOther() throws GitException {
    Snapshot after =
        planned(
            Map.of(
                TreePath.of("deps/b.yaml"), text("b: 1"),
                TreePath.of("new/deep/c.yaml"), text("c: 1"),
                TreePath.of("run.sh"), text("false")));

    assertThat(content(after, "deps/b.yaml")).isEqualTo("b: 1");
    assertThat(content(after, "new/deep/c.yaml")).isEqualTo("c: 1");
    assertThat(content(after, "deps/a.yaml")).isEqualTo("a: 1");
    assertThat(after.size(after.find(TreePath.of("run.sh")).orElseThrow())).isEqualTo(5);
    assertThat(after.list(TreePath.of("deps")))
        .extracting(TreeEntry::name)
        .containsExactly("a.yaml", "b.yaml", "sub");
  }

  @Test
  void aDirectoryWithoutEntriesVanishes() throws GitException {
    Snapshot after = planned(Map.of(TreePath.of("deps/sub/only.yaml"), Optional.empty()));

    assertThat(after.find(TreePath.of("deps/sub"))).isEmpty();
    assertThat(after.find(TreePath.of("deps"))).isPresent();
  }

  @Test
  void theTreesIdsAreTheOnesGitGives() throws GitException {
    Snapshot after = planned(Map.of(TreePath.of("deps/b.yaml"), text("b: 1")));

    fixture.file("deps/b.yaml", "b: 1").commit("The same by other means");

    assertThat(after.tree()).isEqualTo(fixture.snapshot().tree());
  }

  @Test
  void writingAFileBackGivesTheSameTree() throws GitException {
    Snapshot after = planned(Map.of(TreePath.of("run.sh"), text("true")));

    assertThat(after.tree()).isEqualTo(fixture.snapshot().tree());
    assertThat(after.commit()).isNotEqualTo(fixture.head());
  }

  @Test
  void planningWritesNothing() throws GitException {
    Snapshot after = planned(Map.of(TreePath.of("b"), text("b")));

    assertThat(fixture.clone().snapshot(after.commit())).isEmpty();
    assertThat(fixture.clone().branch("main")).map(Branch::commit).contains(fixture.head());
  }

  @Test
  void withoutChangesABranchIsOnlyPutWhereTheBaseIs() throws GitException {
    PlannedCommit planned =
        new CommitDraft(fixture.clone(), "qa", Optional.of(fixture.snapshot()), Map.of(), ROBIN, "")
            .plan();

    assertThat(planned.after()).isEqualTo(fixture.snapshot());
  }

  @Test
  void aFirstCommitNeedsNoBase() throws GitException {
    GitFixture empty = GitFixture.repo("https://git.example.com/new.git");

    PlannedCommit planned =
        new CommitDraft(
                empty.clone(),
                "dev",
                Optional.empty(),
                Map.of(TreePath.of("res/.gitkeep"), text("")),
                ROBIN,
                "First")
            .plan();

    assertThat(planned.before()).isEmpty();
    assertThat(planned.after().list(TreePath.of("res"))).hasSize(1);
  }

  @Test
  void theSameDraftHasTheSameId() throws GitException {
    assertThat(planned(Map.of(TreePath.of("b"), text("b"))))
        .isEqualTo(planned(Map.of(TreePath.of("b"), text("b"))));
  }

  @Test
  void aMergeHasBothParents() throws GitException {
    String main = fixture.head();
    fixture.branch("dev").file("d", "1").commit("Second");
    PlannedCommit merge =
        new CommitDraft(
                fixture.clone(),
                "main",
                fixture.clone().snapshot(main),
                Map.of(TreePath.of("d"), text("1")),
                List.of(fixture.head()),
                Map.of(),
                ROBIN,
                ROBIN,
                "Promote")
            .plan();

    assertThat(new String(merge.objects().get(merge.after().commit()).content(), UTF_8))
        .contains(
            "parent "
                + main
                + "\nparent "
                + fixture.head()
                + "\nauthor Robin Example <robin@example.com> ");
  }
}
