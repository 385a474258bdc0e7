package dev.layerscope.git.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitBinary;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Resolution;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refs read at one moment say what refs read one by one say at that moment. */
class RefSourceTest {
  private static final List<String> ASKED =
      List.of("main", "dev", "gone", "v1.0.0", "refs/heads/dev", "refs/tags/v1.0.0", "pull/7/head");

  private static void sameAnswers(Clone settled, Clone now) {
    for (String asked : ASKED) {
      assertThat(settled.resolve(Optional.of(asked))).isEqualTo(now.resolve(Optional.of(asked)));
      assertThat(settled.branch(asked)).isEqualTo(now.branch(asked));
    }
    assertThat(settled.resolve(Optional.empty())).isEqualTo(now.resolve(Optional.empty()));
    assertThat(settled.resolve(Optional.of("v1.*"))).isEqualTo(now.resolve(Optional.of("v1.*")));
    assertThat(settled.branches()).isEqualTo(now.branches());
    assertThat(settled.tags()).isEqualTo(now.tags());
    assertThat(settled.isEmpty()).isEqualTo(now.isEmpty());
    assertThat(settled.state()).isEqualTo(now.state());
  }

  private static GitFixture estate(GitFixture fixture) {
    return fixture
        .file("a", "1")
        .commit("First")
        .tag("v1.0.0")
        .branch("dev")
        .file("a", "2")
        .commit("Second")
        .ref("refs/layerscope/fetched/pull/7/head");
  }

  @Test
  void theSameAnswersWhetherLooseOrPacked(@TempDir Path folder) throws Exception {
    GitFixture fixture = estate(GitFixture.onDisk(folder.resolve("a.git")));
    Clone now = fixture.clone();
    sameAnswers(now.settled(), now);
    GitBinary.run(folder.resolve("a.git"), "pack-refs", "--all");
    sameAnswers(now.settled(), now);
    fixture.file("a", "3").commit("Third"); // loose over packed
    sameAnswers(now.settled(), now);
  }

  @Test
  void theSameAnswersInMemoryAndWithoutACommit() {
    Clone now = estate(GitFixture.repo("https://git.example.com/a.git")).clone();
    sameAnswers(now.settled(), now);
    Clone empty = GitFixture.repo("https://git.example.com/b.git").clone();
    sameAnswers(empty.settled(), empty);
  }

  @Test
  void whatMovesAfterTheFirstQuestionIsNotSeen() {
    GitFixture fixture = estate(GitFixture.repo("https://git.example.com/a.git"));
    Clone now = fixture.clone();
    Clone settled = now.settled();
    Resolution before = settled.resolve(Optional.of("dev"));
    fixture.file("a", "3").commit("Third");
    assertThat(settled.resolve(Optional.of("dev"))).isEqualTo(before);
    assertThat(now.resolve(Optional.of("dev"))).isNotEqualTo(before);
    assertThat(now.settled().resolve(Optional.of("dev"))).isNotEqualTo(before);
  }
}
