package dev.layerscope.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final Finding OTHER = Finding.of(FindingCode.SELF_MANAGED_INFO, "other");

  /** Stumbles over one node of several. */
  private record Stumbling(String name) implements Rule.OfNode {
    @Override
    public List<Finding> check(HierarchyNode node, Estate estate) {
      if (node.name().equals(name)) {
        throw new IllegalStateException("password=hunter2");
      }
      return List.of(OTHER);
    }
  }

  private record StumblingOverAll() implements Rule.OfEstate {
    @Override
    public Map<NodeId, List<Finding>> check(Estate estate) {
      throw new ArithmeticException("unforeseen");
    }
  }

  @Test
  void aCheckThatStumblesSaysSoOnThatNodeAndTheOthersGoOn() {
    Estate estate = SmallEstate.of("left", "right");
    Map<NodeId, List<Finding>> found = new Checks(List.of(new Stumbling("left"))).run(estate);
    assertThat(codes(found, "left")).containsExactly(FindingCode.CHECK_FAILED_WARNING);
    assertThat(codes(found, "right")).containsExactly(FindingCode.SELF_MANAGED_INFO);
  }

  @Test
  void theReportOfAStumbleNamesTheCheckAndNothingThatTheRepositoryHolds() {
    Map<NodeId, List<Finding>> found =
        new Checks(List.of(new Stumbling("left"))).run(SmallEstate.of("left"));
    assertThat(found.values().iterator().next().getFirst().message())
        .contains("Stumbling", "left", "ChecksTest.java")
        .doesNotContain("hunter2");
  }

  @Test
  void aCheckOfTheWholeThatStumblesDoesNotStopTheNext() {
    Map<NodeId, List<Finding>> found =
        new Checks(List.of(new StumblingOverAll(), new Stumbling("nobody")))
            .run(SmallEstate.of("left"));
    assertThat(codes(found, "left"))
        .containsExactly(FindingCode.CHECK_FAILED_WARNING, FindingCode.SELF_MANAGED_INFO);
  }

  private static List<FindingCode> codes(Map<NodeId, List<Finding>> found, String name) {
    return found.entrySet().stream()
        .filter(e -> e.getKey().name().equals(name))
        .flatMap(e -> e.getValue().stream())
        .map(Finding::code)
        .toList();
  }
}
