package dev.layerscope.bench.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void mistakesAreMadeOnRequestAndEachIsFound() throws Exception {
    Path estate = folder.resolve("estate");
    EstateCommand.write(TINY, estate, 1, 6);
    var found = resolved(estate, Selection.DECLARED).findings();
    List<String> made = Files.readAllLines(estate.resolve("mistakes.txt"));
    assertThat(made).hasSize(6 * TINY.clusters());
    assertThat(made.stream().map(line -> line.split(" ")[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Mistake.all().stream().map(mistake -> mistake.code().text()).toList());
    for (String line : made) {
      String[] words = line.split(" ");
      assertThat(found)
          .as(line)
          .anySatisfy(finding -> {
            assertThat(finding.code().text()).isEqualTo(words[0]);
            assertThat(finding.locations())
                .anySatisfy(place -> assertThat(place.path()).isEqualTo(words[1]));
          });
    }
  }

  @Test
  void whatItAmountsToIsCountedAndWithinBounds() throws Exception {
    EstateSize withCharts = new EstateSize(2, 20, 10, 1);
    Measured measured = EstateCommand.write(withCharts, folder.resolve("estate"), 1, 0);
    assertThat(measured.applications()).isEqualTo(40);
    assertThat(measured.commits()).isGreaterThan(20);
    assertThat(measured.branches()).isGreaterThan(15);
    assertThat(measured.yamlBytes()).isBetween(50_000L, Measured.MOST_YAML_BYTES);
    assertThat(measured.renderings()).isBetween(1, Measured.MOST_RENDERINGS);
    assertThat(measured.text()).contains("40 Applications").contains("distinct Helm renders");
  }

  @Test
  void besideForksBrokenAndHostilePartsTheRestStands() throws Exception {
    Path estate = folder.resolve("estate");
    EstateCommand.writeWithOddParts(TINY, estate, 1);
    Hierarchy hierarchy = resolved(estate, Selection.DECLARED);
    assertThat(hierarchy.root(OddParts.ROOT).orElseThrow().unknown()).isEmpty();
    List<HierarchyNode> odd =
        hierarchy.nodes().stream().filter(node -> node.name().startsWith("odd")).toList();
    assertThat(odd).hasSize(13);
    assertThat(applications(hierarchy) - odd.size()).isEqualTo(TINY.applications());
    for (HierarchyNode node : odd) {
      boolean fine = List.of("odd", "odd-fork", "odd-terminal").contains(node.name());
      boolean told = !node.findings().isEmpty() || !node.certainty().exact();
      assertThat(told || fine).as("%s says why: %s", node.name(), node).isTrue();
    }
    assertThat(Path.of("/tmp/odd")).doesNotExist();
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
