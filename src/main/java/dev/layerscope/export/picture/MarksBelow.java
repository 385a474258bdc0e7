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
    marks.forEach((id, mark) -> {
      int at = picture.indexOf(id);
      if (at != SpanningTree.NONE && picture.parent(at) != SpanningTree.NONE) {
        counts.computeIfAbsent(mark, ignored -> new int[picture.size()])[picture.parent(at)]++;
      }
    });
    List<Integer> order = picture.order();
    for (int i = order.size() - 1; i >= 0; i--) {
      int at = order.get(i);
      int up = picture.parent(at);
      if (up != SpanningTree.NONE) {
        for (int[] below : counts.values()) {
          below[up] += below[at];
        }
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
