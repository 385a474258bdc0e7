package dev.layerscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.layout.SpanningTree.Arc;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanningTreeTest {
  @Test
  void aNodeWithTwoParentsHangsFromTheShorterPath() {
    // 0 → 1 → 2 → 3 and 0 → 3
    List<List<Integer>> graph = List.of(List.of(1, 3), List.of(2), List.of(3), List.of());
    SpanningTree tree = SpanningTree.of(4, List.of(0), graph::get);

    assertThat(tree.parent(3)).isZero();
    assertThat(tree.depth(3)).isEqualTo(1);
    assertThat(tree.extras()).containsExactly(new Arc(2, 3));
    assertThat(tree.below()).containsExactly(3, 1, 0, 0);
  }

  @Test
  void circlesAndSelfReferencesEndAsExtraArcs() {
    List<List<Integer>> graph = List.of(List.of(0, 1), List.of(0));
    SpanningTree tree = SpanningTree.of(2, List.of(0), graph::get);

    assertThat(tree.order()).containsExactly(0, 1);
    assertThat(tree.extras()).containsExactly(new Arc(0, 0), new Arc(1, 0));
  }

  @Test
  void whatNoRootReachesHasNoDepth() {
    List<List<Integer>> graph = List.of(List.of(), List.of());
    SpanningTree tree = SpanningTree.of(2, List.of(0), graph::get);

    assertThat(tree.depth(1)).isEqualTo(SpanningTree.NONE);
    assertThat(tree.order()).containsExactly(0);
  }
}
