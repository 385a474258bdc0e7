package dev.layerscope.bench.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.operation.OpenWorkspace;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Resolve;
import dev.layerscope.operation.Selection;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An estate made by a machine holds what it promises; a small one, since this is every run's. */
class EstateCommandTest {
  private static final EstateSize TINY = new EstateSize(2, 9, 9, 1);

  @TempDir private Path folder = Path.of(".");

  private Hierarchy resolved(Path estate, Selection selection) throws Exception {
    try (Opened opened =
        new OpenWorkspace(folder.resolve("clones")).open(estate, Progress.SILENT)) {
      return Resolve.resolve(opened, selection, Progress.SILENT);
    }
  }

  private static long applications(Hierarchy hierarchy) {
    return hierarchy.nodes().stream().filter(n -> n.kind() == NodeKind.APPLICATION).count();
  }

  @Test
  void itHasAsManyApplicationsAsPromisedInEveryEnvironment() throws Exception {
    Path estate = folder.resolve("estate");
    EstateCommand.write(TINY, estate, 1, 0);
    for (String environment : Environments.NAMES) {
      Hierarchy hierarchy = resolved(estate, Selection.environment(environment));
      assertThat(applications(hierarchy)).as(environment).isEqualTo(TINY.applications());
      assertThat(hierarchy.findings())
          .noneSatisfy(f -> assertThat(f.code()).isEqualTo(FindingCode.MISSING_PATH_ERROR));
    }
  }

  @Test
  void mistakesAreMadeOnRequest() throws Exception {
    Path estate = folder.resolve("estate");
    EstateCommand.write(TINY, estate, 1, 2);
    assertThat(resolved(estate, Selection.DECLARED).findings())
        .filteredOn(f -> f.code() == FindingCode.MISSING_PATH_ERROR)
        .hasSize(2 * TINY.clusters());
  }

  @Test
  void theSameSeedGivesTheSameCommits() throws Exception {
    EstateCommand.write(TINY, folder.resolve("a"), 7, 0);
    EstateCommand.write(TINY, folder.resolve("b"), 7, 0);
    EstateCommand.write(TINY, folder.resolve("c"), 8, 0);
    assertThat(tip("a")).isEqualTo(tip("b")).isNotEqualTo(tip("c"));
  }

  private String tip(String estate) throws Exception {
    Path repository = folder.resolve(estate).resolve("repos/clusters.git");
    return Files.readString(repository.resolve("refs/heads/main"));
  }
}
