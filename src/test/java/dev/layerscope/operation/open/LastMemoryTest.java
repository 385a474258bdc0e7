package dev.layerscope.operation.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.TreeJson;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.resolve.DescribeTree;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that is opened again in a running program. */
class LastMemoryTest {
  private static final Selection DEV = Selection.environment("dev");

  @TempDir private Path clones = Path.of(".");
  @TempDir private Path folder = Path.of(".");

  private static String tree(Opened opened) {
    return TreeJson.print(
        DescribeTree.of(opened, DEV, Resolve.resolve(opened, DEV, Progress.SILENT)));
  }

  private Opened open(Path workspace) throws Exception {
    return new OpenWorkspace(clones).open(workspace, Progress.SILENT);
  }

  @Test
  void openedAgainItLooksTheSameAndNothingIsRenderedAgain() throws Exception {
    String before;
    long renders;
    try (Opened opened = open(Path.of("sample-workspace"))) {
      before = tree(opened);
      renders = opened.renderer().count().renders();
    }
    try (Opened again = open(Path.of("sample-workspace"))) {
      assertThat(tree(again)).isEqualTo(before);
      assertThat(again.renderer().count().renders()).isEqualTo(renders).isPositive();
    }
  }

  @Test
  void whereAFolderOfChartsHasASayNothingIsHandedOn() throws Exception {
    Path file = folder.resolve("workspace.yaml");
    Files.writeString(file, "name: empty\nrepositories: []\nroots: []\ncharts: c\n");
    try (Opened opened = open(file)) {
      var before = LastMemory.of(opened.workspace(), opened.charts(), Optional.empty(), folder);
      assertThat(LastMemory.of(opened.workspace(), opened.charts(), Optional.empty(), folder))
          .isNotSameAs(before);
    }
  }
}
