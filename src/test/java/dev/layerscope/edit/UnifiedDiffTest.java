package dev.layerscope.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.TreePath;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  private static final TreePath PATH = TreePath.of("deps/a.yaml");

  @Test
  void aNewFileIsAllPlus() {
    assertThat(FileChange.added(PATH, "a\nb\n", "").diff())
        .isEqualTo(
            """
            diff --git a/deps/a.yaml b/deps/a.yaml
            new file mode 100644
            --- /dev/null
            +++ b/deps/a.yaml
            @@ -0,0 +1,2 @@
            +a
            +b
            """);
  }

  @Test
  void aMissingLastLineEndIsSaidAsGitSaysIt() {
    assertThat(FileChange.modified(PATH, "a\nb", "a\nb\nc", "").diff())
        .endsWith(
            """
            @@ -1,2 +1,3 @@
             a
            -b
            \\ No newline at end of file
            +b
            +c
            \\ No newline at end of file
            """);
  }
}
