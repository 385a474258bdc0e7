package dev.layerscope.git.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.Clone;
import dev.layerscope.git.Commit;
import dev.layerscope.git.FileHistory;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.TreePath;
import dev.layerscope.work.Progress;
import org.junit.jupiter.api.Test;

class FileHistoryTest {
  private final Clone clone =
      GitFixture.repo("https://git.example.com/platform/baseline.git")
          .file("deps/x.yaml", "a: 1\nb: 1\nc: 1\n")
          .commit("Begin")
          .file("deps/y.yaml", "other: 1\n")
          .commit("Touch another file")
          .file("deps/x.yaml", "a: 1\nb: 2\nc: 1\nd: 1\n")
          .commit("Change b, add d")
          .clone();
  private final String tip = clone.branch("main").orElseThrow().commit();

  private FileHistory of(String path, int limit) {
    return clone.history().file(tip, TreePath.of(path), limit, Progress.SILENT);
  }

  @Test
  void saysWhoWroteEachLineLast() {
    assertThat(of("deps/x.yaml", 10).lines())
        .extracting(w -> w.first() + "-" + w.last() + " " + w.commit().subject())
        .containsExactly("1-1 Begin", "2-2 Change b, add d", "3-3 Begin", "4-4 Change b, add d");
  }

  @Test
  void joinsNeighboursOfOneCommit() {
    assertThat(of("deps/y.yaml", 10).lines()).hasSize(1);
  }

  @Test
  void listsTheCommitsThatChangedTheFileNewestFirst() {
    FileHistory history = of("deps/x.yaml", 10);
    assertThat(history.commits())
        .extracting(Commit::subject)
        .containsExactly("Change b, add d", "Begin");
    assertThat(history.more()).isFalse();
  }

  @Test
  void saysWhenThereAreMoreThanWereAskedFor() {
    FileHistory history = of("deps/x.yaml", 1);
    assertThat(history.commits()).hasSize(1);
    assertThat(history.more()).isTrue();
  }

  @Test
  void tellsTheCommitsOfAFolder() {
    FileHistory history = of("deps", 10);
    assertThat(history.commits()).hasSize(3);
    assertThat(history.lines()).isEmpty();
  }

  @Test
  void knowsNothingOfAFileThatIsNotThere() {
    assertThat(of("deps/z.yaml", 10)).isEqualTo(FileHistory.NONE);
  }
}
