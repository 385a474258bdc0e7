package dev.layerscope.git.commit;

import static dev.layerscope.git.commit.CommitDraftTest.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full or read-only at any step leaves everything as it was. */
class DiskTroubleTest {
  @TempDir private Path temp;
  private GitFixture east;
  private GitFixture west;
  private Path file;

  @BeforeEach
  void twoRepositories() throws IOException {
    east = GitFixture.repo("https://git.example.com/east.git").file("a", "1\n").commit("First");
    west = GitFixture.repo("https://git.example.com/west.git").file("a", "1\n").commit("First");
    file = temp.resolve("workspace.yaml");
    Files.writeString(file, "name: before\n");
  }

  private static PlannedCommit plan(GitFixture fixture) throws GitException {
    return OneChange.of(fixture, ROBIN).plan();
  }

  private LocalCommits commits(WriteSteps steps) {
    return new LocalCommits(temp.resolve("change-sets"), Clock.systemUTC(), steps);
  }

  private ChangeSet write(LocalCommits commits) throws GitException {
    return commits.write(
        new LocalCommits.Writing(
            "Change a",
            List.of(plan(east), plan(west)),
            List.of(
                new ChangeSet.FileMove(
                    file, Optional.of("name: before\n"), Optional.of("name: after\n"))),
            Optional.empty()),
        Progress.SILENT);
  }

  /** Writes down the steps, and has no room left from one of them on. */
  private static final class FullDisk implements WriteSteps {
    private final List<String> steps = new ArrayList<>();
    private final String fullAt;

    FullDisk(String fullAt) {
      this.fullAt = fullAt;
    }

    @Override
    public <T> T step(String name, Action<T> action) throws IOException, GitException {
      steps.add(name);
      if (name.equals(fullAt)) {
        throw new IOException("No space left on device");
      }
      return action.run();
    }
  }

  private List<String> branches() {
    return List.of(
        east.clone().branch("main").orElseThrow().commit(),
        west.clone().branch("main").orElseThrow().commit());
  }

  @Test
  void whicheverStepFailsNothingWasChangedAndTheNextTryWorks() throws Exception {
    var whole = new FullDisk("");
    List<String> before = branches();
    ChangeSet done = write(commits(whole));
    commits(WriteSteps.UNWATCHED)
        .undo(done, GitFixture.repositories(east, west), ROBIN, Progress.SILENT);
    assertThat(branches()).isEqualTo(before);
    assertThat(whole.steps).hasSizeGreaterThan(6);

    for (String step : whole.steps) {
      assertThatThrownBy(() -> write(commits(new FullDisk(step))))
          .as(step)
          .isInstanceOfSatisfying(
              GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.DISK))
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("Nothing was changed");
      assertThat(branches()).as(step).isEqualTo(before);
      assertThat(file).as(step).hasContent("name: before\n");
      assertThat(commits(WriteSteps.UNWATCHED).recover(Progress.SILENT)).as(step).isEmpty();
    }
    write(commits(WriteSteps.UNWATCHED));
    assertThat(branches()).doesNotContainAnyElementsOf(before);
    assertThat(file).hasContent("name: after\n");
  }

  @Test
  void aFolderForChangeSetsThatCannotBeMadeIsNamed() throws Exception {
    Files.writeString(temp.resolve("change-sets"), "in the way");
    List<String> before = branches();
    assertThatThrownBy(() -> write(commits(WriteSteps.UNWATCHED)))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("change-sets");
    assertThat(branches()).isEqualTo(before);
  }

  @Test
  void aWorkspaceFileThatSomebodyChangedMeanwhileIsNotWrittenOver() throws Exception {
    Files.writeString(file, "name: theirs\n");
    assertThatThrownBy(() -> write(commits(WriteSteps.UNWATCHED)))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("workspace.yaml");
    assertThat(file).hasContent("name: theirs\n");
  }
}
