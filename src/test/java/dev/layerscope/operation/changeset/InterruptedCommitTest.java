package dev.layerscope.operation.changeset;

import static dev.layerscope.operation.SampleSession.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.git.commit.LocalCommits;
import dev.layerscope.git.commit.WriteSteps;
import dev.layerscope.operation.SampleSession;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that died has left is ended before the next one reads anything. */
class InterruptedCommitTest {
  @TempDir private Path temp;

  @Test
  void aDecidedCommitIsFinishedWhenTheWorkspaceIsOpened() throws Exception {
    try (SampleSession sample = SampleSession.in(temp)) {
      PlannedEdit edit =
          sample.plan(TeamBinding.of("dreamteam", url("teams/dreamteam"), "my-cluster", "dev"));
      var dying =
          new WriteSteps() {
            @Override
            public void before(String step) {
              if (step.equals("move dev of my-cluster")) {
                throw new IllegalStateException("power cut");
              }
            }
          };
      var journal =
          new LocalCommits(sample.clones().resolve("change-sets"), Clock.systemUTC(), dying);
      assertThatThrownBy(() -> journal.write("Bind", edit.commits(), Progress.SILENT))
          .hasMessage("power cut");
      assertThat(sample.clone("clusters/my-cluster").branch("dev").orElseThrow().ahead()).isZero();

      sample.reopen();

      assertThat(sample.clone("clusters/my-cluster").branch("dev").orElseThrow().commit())
          .isEqualTo(edit.commits().getFirst().after().commit());
      assertThat(new UndoChangeSet(sample.clones()).all(sample.opened()))
          .extracting(ChangeSet::state)
          .containsExactly(ChangeSet.State.DONE);
    }
  }
}
