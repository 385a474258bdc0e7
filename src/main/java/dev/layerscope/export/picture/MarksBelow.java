package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.SpanningTree;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many nodes below each one differ, by their marks: what a closed card says of what it hides.
 * Counted once for a picture and its marks.
 */
public final class MarksBelow {
  /** Nothing differs. */
  public static final MarksBelow NONE = new MarksBelow(Map.of());

  private final Map<Mark, int[]> counts;

  private MarksBelow(Map<Mark, int[]> counts) {
    this.counts = counts;
  }

  /** Counts over the whole tree. */
  public static MarksBelow of(TreePicture picture, Map<NodeId, Mark> marks) {
    if (marks.isEmpty()) {
      return NONE;
    }
    var counts = new EnumMap<Mark, int[]>(Mark.class);
    List<Integer> order = picture.order();
    for (int i = order.size() - 1; i >= 0; i--) {
      int at = order.get(i);
      int up = picture.parent(at);
      if (up == SpanningTree.NONE) {
        continue;
      }
      for (int[] below : counts.values()) {
        below[up] += below[at];
      }
      Mark own = marks.get(picture.node(at).id());
      if (own != null) {
        counts.computeIfAbsent(own, ignored -> new int[picture.size()])[up]++;
      }
    }
    return new MarksBelow(counts);
  }

  /** How many below a node have a mark. */
  public int count(int at, Mark mark) {
    int[] below = counts.get(mark);
    return below == null ? 0 : below[at];
  }
}
