package dev.layerscope.git.commit;

import static dev.layerscope.git.commit.CommitDraftTest.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository on disk that takes no objects, or no ref: nothing of a plan over two is written. */
class UnwritableRepositoryTest {
  @TempDir private Path temp;
  private GitFixture open;
  private GitFixture shut;
  private LocalCommits commits;

  @BeforeEach
  void twoRepositoriesOnDisk() throws Exception {
    open = onDisk("open.git");
    shut = onDisk("shut.git");
    commits = new LocalCommits(temp.resolve("change-sets"), Clock.systemUTC());
  }

  private GitFixture onDisk(String name) throws Exception {
    return GitFixture.onDisk(temp.resolve(name), "https://git.example.com/" + name)
        .file("a", "1\n")
        .commit("First");
  }

  private static PlannedCommit plan(GitFixture fixture) throws GitException {
    return OneChange.of(fixture, ROBIN).plan();
  }

  private static String at(GitFixture fixture) {
    return fixture.clone().branch("main").orElseThrow().commit();
  }

  private void refuses(GitException.Kind kind, String... said) throws Exception {
    String before = at(open);
    assertThatThrownBy(
            () -> commits.write("Both", List.of(plan(open), plan(shut)), Progress.SILENT))
        .isInstanceOfSatisfying(GitException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .message()
        .contains(said);
    assertThat(at(open)).isEqualTo(before);
  }

  @Test
  void aBranchThatAnotherProgramHasLockedIsSaidToBeLocked() throws Exception {
    Path lock = Files.createFile(temp.resolve("shut.git/refs/heads/main.lock"));

    refuses(GitException.Kind.DISK, "main of shut is locked", "main.lock", "Nothing was changed");

    Files.delete(lock);
    PlannedCommit again = plan(shut);
    commits.write("Both", List.of(plan(open), again), Progress.SILENT);
    assertThat(at(shut)).isEqualTo(again.after().commit());
  }

  @Test
  void aRepositoryThatTakesNoObjectsIsNamedWithGitSOwnWords() throws Exception {
    // A file where git wants a folder refuses whoever asks, the superuser included.
    PlannedCommit planned = plan(shut);
    String id = planned.after().commit();
    Path fan = temp.resolve("shut.git/objects").resolve(id.substring(0, 2));
    if (Files.isDirectory(fan)) {
      Files.move(fan, temp.resolve("aside"));
    }
    Files.createFile(fan);

    assertThatThrownBy(() -> commits.write("Both", List.of(plan(open), planned), Progress.SILENT))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.DISK))
        .hasMessageContaining("Cannot write to the clone of https://git.example.com/shut.git");
    assertThat(commits.all()).isEmpty();
  }

  @Test
  void aBranchThatIsGoneAtTheCommitHasMoved() throws Exception {
    PlannedCommit planned = plan(shut);
    String before = at(open);
    shut.remove("refs/heads/main");

    assertThatThrownBy(() -> commits.write("Both", List.of(plan(open), planned), Progress.SILENT))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.MOVED))
        .hasMessageContaining("main of shut");
    assertThat(at(open)).isEqualTo(before);
  }
}
