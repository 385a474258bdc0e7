package dev.layerscope.git.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.MissingObjectException;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JGitObjectsTest {
  private final GitFixture fixture = GitFixture.repo("https://git.example.com/a.git");

  @Test
  void manyThreadsReadTheSameRepository() {
    IntStream.range(0, 200).forEach(i -> fixture.file("d" + i % 10 + "/f" + i, "content " + i));
    Snapshot snapshot = fixture.commit("First").snapshot();

    assertThat(
            IntStream.range(0, 4_000)
                .parallel()
                .map(i -> i % 200)
                .filter(i -> content(snapshot, "d" + i % 10 + "/f" + i).equals("content " + i)))
        .hasSize(4_000);
  }

  private static String content(Snapshot snapshot, String path) {
    return new String(snapshot.read(snapshot.find(TreePath.of(path)).orElseThrow()), UTF_8);
  }

  @Test
  void kindsAreToldApartByMode() {
    Snapshot snapshot =
        fixture
            .file("file", "1")
            .executable("run", "1")
            .symlink("link", "file")
            .file("dir/x", "1")
            .submodule("sub", "a".repeat(40))
            .commit("First")
            .snapshot();

    assertThat(snapshot.list(TreePath.ROOT))
        .extracting(TreeEntry::kind)
        .containsExactly(
            TreeEntry.Kind.DIRECTORY,
            TreeEntry.Kind.FILE,
            TreeEntry.Kind.SYMLINK,
            TreeEntry.Kind.FILE,
            TreeEntry.Kind.SUBMODULE);
  }

  @Test
  void anObjectThatIsMissingIsNamedWithItsRepository() {
    Snapshot snapshot = fixture.file("a", "1").commit("First").snapshot();
    TreeEntry gone = new TreeEntry(TreePath.of("a"), TreeEntry.Kind.FILE, "b".repeat(40));

    assertThatThrownBy(() -> snapshot.read(gone))
        .isInstanceOfSatisfying(
            MissingObjectException.class,
            missing -> {
              assertThat(missing.id()).isEqualTo("b".repeat(40));
              assertThat(missing.repository()).isEqualTo(fixture.url());
            });
  }
}
