package dev.layerscope.operation.changeset;

import static dev.layerscope.git.GitBinary.git;
import static dev.layerscope.operation.SampleSession.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.operation.SampleSession;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed here can be looked at, taken elsewhere as patches, and put up for review. */
class ChangeDetailsTest {
  @TempDir private Path temp;

  @Test
  void aChangeSetBecomesPatchesThatGitAppliesAsTheSameCommit() throws Exception {
    try (SampleSession sample = SampleSession.in(temp)) {
      ChangeSet set =
          sample
              .commit(
                  sample.plan(
                      TeamBinding.of("dreamteam", url("teams/dreamteam"), "my-cluster", "dev")))
              .getFirst();
      ChangeDetails details = ChangeDetails.of(sample.opened(), set);
      assertThat(details.state()).isEqualTo(ChangeDetails.State.COMMITTED);
      assertThat(details.branches().getFirst().files()).hasSize(4);
      assertThat(details.branches().getFirst().pushCommand().orElseThrow())
          .contains(":refs/heads/dev");

      List<Path> patches = ExportPatches.write(sample.opened(), set, temp.resolve("patches"));
      Path bundle = Path.of("sample-workspace/bundles/my-cluster.bundle").toAbsolutePath();
      git(temp, "clone", "-q", "-b", "dev", bundle.toString(), "work");
      Path work = temp.resolve("work");
      git(
          work,
          "-c",
          "user.name=a",
          "-c",
          "user.email=a@example.com",
          "am",
          "-q",
          patches.getFirst().toString());
      assertThat(git(work, "rev-parse", "HEAD^{tree}").strip())
          .isEqualTo(sample.snapshot("clusters/my-cluster", "dev").tree());

      new UndoChangeSet(sample.clones()).undo(sample.opened(), set, Progress.SILENT);
      List<ChangeSet> all = new UndoChangeSet(sample.clones()).all(sample.opened());
      assertThat(all)
          .extracting(s -> ChangeDetails.state(sample.opened(), s))
          .contains(ChangeDetails.State.UNDONE);
    }
  }

  @Test
  void aTopicIsPutUpForReviewWhereTheHostIsKnown() {
    assertThat(ReviewLink.of(new RepoUrl("git@github.com:acme/deploy.git"), "dev", "review/x"))
        .contains("https://github.com/acme/deploy/compare/dev...review%2Fx?expand=1");
    assertThat(ReviewLink.of(new RepoUrl("https://gitlab.example.com/a/b.git"), "dev", "x"))
        .contains(
            "https://gitlab.example.com/a/b/-/merge_requests/new?merge_request%5Bsource_branch%5D=x"
                + "&merge_request%5Btarget_branch%5D=dev");
    assertThat(ReviewLink.of(new RepoUrl("https://git.example.com/a/b.git"), "dev", "x")).isEmpty();
  }
}
