package dev.layerscope.operation.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.TreeJson;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.resolve.DescribeTree;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered from one environment is right in the next. */
class RememberedSampleTest {
  @TempDir private Path clones = Path.of(".");

  private static String tree(Opened opened, String environment) {
    Selection selection = Selection.environment(environment);
    Hierarchy hierarchy = Resolve.resolve(opened, selection, Progress.SILENT);
    return TreeJson.print(DescribeTree.of(opened, selection, hierarchy));
  }

  @Test
  void everyEnvironmentLooksAsIfNothingWereRememberedAndCostsWhatDiffers() throws Exception {
    try (Opened remembering =
        new OpenWorkspace(clones).open(Path.of("sample-workspace"), Progress.SILENT)) {
      for (String environment : new String[] {"dev", "qa", "prod", "dev"}) {
        var fresh = new Opened(remembering.workspace(), remembering.repositories());
        long before = remembering.renderer().count().renders();
        assertThat(tree(remembering, environment)).isEqualTo(tree(fresh, environment));
        long costs = remembering.renderer().count().renders() - before;
        assertThat(costs).as(environment).isLessThanOrEqualTo(fresh.renderer().count().renders());
        System.out.printf(
            "sample, %s: %d of %d sources rendered%n",
            environment, costs, fresh.renderer().count().renders());
      }
      long before = remembering.renderer().count().renders();
      tree(remembering, "qa");
      assertThat(remembering.renderer().count().renders()).isEqualTo(before);
    }
  }
}
