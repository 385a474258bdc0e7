package dev.layerscope.ui.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.place.Impact;
import dev.layerscope.ui.workspace.Sample;
import org.junit.jupiter.api.Test;

class RadiusTest {
  private final Hierarchy hierarchy = Sample.at(Selection.environment("prod"));

  @Test
  void everyRootIsListedAndThoseThatAreNotReachedHaveNone() {
    Radius radius = Radius.of(hierarchy, "type-a", Impact.ofLayer(hierarchy, "type-a"));

    assertThat(radius.roots()).hasSameSizeAs(hierarchy.roots());
    assertThat(radius.roots()).anyMatch(root -> root.applications() > 0);
    assertThat(radius.roots()).anyMatch(root -> root.applications() == 0);
  }

  @Test
  void theClustersAddUpToWhatIsReached() {
    Radius radius = Radius.of(hierarchy, "baseline", Impact.ofLayer(hierarchy, "baseline"));

    long counted = radius.clusters().stream().mapToLong(Radius.Count::applications).sum();
    assertThat(counted).isEqualTo(radius.applications().size()).isPositive();
  }

  @Test
  void theListIsALineForEachApplication() {
    Radius radius = Radius.of(hierarchy, "baseline", Impact.ofLayer(hierarchy, "baseline"));

    String table = radius.csv("acme", "qa", "2026-02-01");
    assertThat(table.lines()).hasSize(radius.applications().size() + 1);
    assertThat(table).contains("baseline-deps,baseline,direct");
    assertThat(table.lines().skip(1))
        .as("every line says of what it is")
        .allMatch(line -> line.endsWith(radius.of() + ",acme,qa,2026-02-01"));
  }
}
