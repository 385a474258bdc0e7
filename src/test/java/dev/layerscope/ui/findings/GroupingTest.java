package dev.layerscope.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static Row.Seen seen(FindingCode code, String cluster, String layer) {
    return new Row.Seen(
        Finding.of(code, "x"), "x", Optional.empty(), new Grouping.Belongs(cluster, layer, "p"));
  }

  private static final Row.Seen EAST = seen(FindingCode.MISSING_PATH_ERROR, "east", "baseline");
  private static final Row.Seen WEST = seen(FindingCode.MISSING_PATH_ERROR, "west", "type-b");
  private static final Row.Seen BOTH = seen(FindingCode.SELF_MANAGED_INFO, "east", "type-b");

  @Test
  void everyGroupHasAHeadThatCountsIt() {
    assertThat(Grouping.CLUSTER.rows(List.of(EAST, WEST, BOTH)))
        .containsExactly(new Row.Head("east", 2), EAST, BOTH, new Row.Head("west", 1), WEST);
    assertThat(Grouping.LAYER.rows(List.of(EAST, WEST, BOTH)))
        .containsExactly(new Row.Head("baseline", 1), EAST, new Row.Head("type-b", 2), WEST, BOTH);
    assertThat(Grouping.CODE.rows(List.of(BOTH, EAST)))
        .containsExactly(
            new Row.Head("MissingPathError", 1), EAST, new Row.Head("SelfManagedInfo", 1), BOTH);
  }

  @Test
  void bySeverityTheListStaysAsItIs() {
    assertThat(Grouping.SEVERITY.rows(List.of(EAST, BOTH))).containsExactly(EAST, BOTH);
  }
}
