package dev.layerscope.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A graph seen as a tree: every node once, below the parent of its shortest path; what is left over
 * are extra arcs. Cycles and nodes that point at themselves end as extra arcs.
 */
public final class SpanningTree {
  /** The parent of a root, and of a node that no root reaches. */
  public static final int NONE = -1;

  private final int[] parent;
  private final int[] depth;
  private final List<List<Integer>> children;
  private final List<Integer> order;
  private final List<Arc> extras;

  /** An arc that the tree does not draw. */
  public record Arc(int from, int to) {}

  private SpanningTree(
      int[] parent,
      int[] depth,
      List<List<Integer>> children,
      List<Integer> order,
      List<Arc> extras) {
    this.parent = parent;
    this.depth = depth;
    this.children = children;
    this.order = List.copyOf(order);
    this.extras = List.copyOf(extras);
  }

  /**
   * Breadth first, so the first and shortest way to a node wins; the order of roots and children is
   * kept.
   *
   * @param size nodes are 0 to size - 1
   */
  public static SpanningTree of(
      int size, List<Integer> roots, IntFunction<List<Integer>> childrenOf) {
    int[] parent = new int[size];
    int[] depth = new int[size];
    Arrays.fill(parent, NONE);
    Arrays.fill(depth, NONE);
    var children = new ArrayList<List<Integer>>(size);
    for (int i = 0; i < size; i++) {
      children.add(new ArrayList<>(0));
    }
    var order = new ArrayList<Integer>(size);
    var extras = new ArrayList<Arc>();
    var queue = new ArrayDeque<Integer>();
    for (int root : roots) {
      if (depth[root] == NONE) {
        depth[root] = 0;
        queue.add(root);
      }
    }
    while (!queue.isEmpty()) {
      int node = queue.remove();
      order.add(node);
      for (int child : childrenOf.apply(node)) {
        if (depth[child] == NONE) {
          depth[child] = depth[node] + 1;
          parent[child] = node;
          children.get(node).add(child);
          queue.add(child);
        } else {
          extras.add(new Arc(node, child));
        }
      }
    }
    return new SpanningTree(parent, depth, children, order, extras);
  }

  /** Steps from a root; {@link #NONE} when no root reaches it. */
  public int depth(int node) {
    return depth[node];
  }

  /** {@link #NONE} for a root. */
  public int parent(int node) {
    return parent[node];
  }

  public List<Integer> children(int node) {
    return children.get(node);
  }

  /** Every node reached, level by level. */
  public List<Integer> order() {
    return order;
  }

  public List<Arc> extras() {
    return extras;
  }

  /** How many nodes lie below each, itself not counted. */
  public int[] below() {
    int[] below = new int[parent.length];
    for (int i = order.size() - 1; i >= 0; i--) {
      int node = order.get(i);
      if (parent[node] != NONE) {
        below[parent[node]] += below[node] + 1;
      }
    }
    return below;
  }
}
