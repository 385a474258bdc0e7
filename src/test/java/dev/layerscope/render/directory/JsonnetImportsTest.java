package dev.layerscope.render.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.Reads;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.git.TreePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonnetImportsTest {
  private final TreeFixture repository =
      new TreeFixture("https://git.example.com/team.git")
          .file(
              "app/main.jsonnet",
              """
              // import 'commented.libsonnet'
              local k = import "k.libsonnet"; /* importstr 'also.txt' */
              local text = |||
                import 'written.libsonnet'
              |||;
              { a: k, b: importstr @'it''s.txt', c: 'import "quoted.libsonnet"', d: (import '../above.jsonnet') }
              """)
          .file("app/it's.txt", "text")
          .file("above.jsonnet", "import 'main.jsonnet'")
          .file("app/k.libsonnet", "import 'deep/k8s.libsonnet'")
          .file("vendor/deep/k8s.libsonnet", "{}")
          .file("older/deep/k8s.libsonnet", "{}")
          .file("app/commented.libsonnet", "1")
          .file("app/also.txt", "1")
          .file("app/written.libsonnet", "1")
          .file("app/quoted.libsonnet", "1");

  @ParameterizedTest
  @ValueSource(
      strings = {"app/k.libsonnet", "app/it's.txt", "above.jsonnet", "vendor/deep/k8s.libsonnet"})
  void whatIsImportedCounts(String file) {
    Reads reads = followed();
    assertThat(reads.holdIn(repository.file(file, "changed").snapshot())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/commented.libsonnet",
        "app/also.txt",
        "app/written.libsonnet",
        "app/quoted.libsonnet",
        "older/deep/k8s.libsonnet"
      })
  void whatIsNotImportedDoesNot(String file) {
    Reads reads = followed();
    assertThat(reads.holdIn(repository.file(file, "changed").snapshot())).isTrue();
  }

  @Test
  void aFileThatWouldBeFoundFirstCounts() {
    Reads reads = followed();
    repository.file("app/deep/k8s.libsonnet", "{}");
    assertThat(reads.holdIn(repository.snapshot())).isFalse();
  }

  @Test
  void nothingIsLookedForOutsideTheRepository() {
    repository.file("app/main.jsonnet", "[import '../../../etc/hosts', importstr '/etc/passwd']");
    assertThat(followed().holdIn(repository.snapshot())).isTrue();
  }

  private Reads followed() {
    var reads = new Reads();
    Snapshot snapshot = repository.snapshot().recording(reads);
    TreePath main = TreePath.of("app/main.jsonnet");
    TreeEntry file = snapshot.find(main).orElseThrow();
    new JsonnetImports(
            snapshot, List.of(TreePath.of("app"), TreePath.of("older"), TreePath.of("vendor")))
        .follow(main, file);
    return reads;
  }
}
