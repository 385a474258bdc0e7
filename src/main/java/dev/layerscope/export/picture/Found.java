package dev.layerscope.export.picture;

import java.util.BitSet;
import java.util.List;

/**
 * What a search found in a picture.
 *
 * @param query in lower case; empty when nothing is looked for
 * @param hits indices of nodes, in the order of the tree
 * @param current the hit shown; -1 before the first
 * @param hidden for each node, how many hits lie below it
 * @param marked the hits as a set: a painter asks for every card of every frame
 */
public record Found(String query, List<Integer> hits, int current, int[] hidden, BitSet marked) {
  public static final Found NOTHING = new Found("", List.of(), -1, new int[0], new BitSet());

  /** Hits in the order of the tree, and how many lie below each node. */
  public static Found of(String query, List<Integer> hits, int current, int[] hidden) {
    var marked = new BitSet();
    hits.forEach(marked::set);
    return new Found(query, List.copyOf(hits), current, hidden, marked);
  }

  public boolean isOn() {
    return !query.isEmpty();
  }

  public boolean isHit(int node) {
    return marked.get(node);
  }

  /** How many hits lie below a node. */
  public int below(int node) {
    return node < hidden.length ? hidden[node] : 0;
  }

  /** The same, with another hit shown. */
  public Found at(int hit) {
    return new Found(query, hits, hit, hidden, marked);
  }
}
