package dev.layerscope.ui.hierarchy;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.SpanningTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Finding nodes of the root drawn by a part of their name, repository or path. */
public final class Search {
  private final HierarchyViewModel model;
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
  private String query = "";

  /**
   * What was found.
   *
   * @param query in lower case; empty when nothing is looked for
   * @param hits indices of nodes, in the order of the tree
   * @param current the hit shown; -1 before the first
   * @param hidden for each node, how many hits lie below it
   */
  public record Found(String query, List<Integer> hits, int current, int[] hidden) {
    static final Found NOTHING = new Found("", List.of(), -1, new int[0]);

    public boolean isOn() {
      return !query.isEmpty();
    }

    public boolean isHit(int node) {
      return isOn() && hits.contains(node);
    }

    /** How many hits lie below a node. */
    public int below(int node) {
      return node < hidden.length ? hidden[node] : 0;
    }
  }

  Search(HierarchyViewModel model) {
    this.model = model;
  }

  public ReadOnlyObjectProperty<Found> found() {
    return found.getReadOnlyProperty();
  }

  /** Looks for a text. The selection moves only with {@link #next}. */
  public void look(String text) {
    query = text.strip().toLowerCase(Locale.ROOT);
    again();
  }

  /** Looks again, after the picture changed. */
  void again() {
    Optional<TreePicture> picture = model.picture();
    if (query.isEmpty() || picture.isEmpty()) {
      found.set(Found.NOTHING);
      return;
    }
    TreePicture in = picture.get();
    var hits = new ArrayList<Integer>();
    int[] hidden = new int[in.size()];
    for (int at : walk(in)) {
      if (matches(in.node(at))) {
        hits.add(at);
        for (int up = in.parent(at); up != SpanningTree.NONE; up = in.parent(up)) {
          hidden[up]++;
        }
      }
    }
    int current = model.selectedIndex().map(hits::indexOf).orElse(-1);
    found.set(new Found(query, List.copyOf(hits), current, hidden));
  }

  /** Goes to the next hit, or the one before; around the end. Closed branches open. */
  public void next(int direction) {
    Found now = found.get();
    if (now.hits().isEmpty()) {
      return;
    }
    int size = now.hits().size();
    int to =
        now.current() < 0
            ? (direction > 0 ? 0 : size - 1)
            : Math.floorMod(now.current() + direction, size);
    model.picture().ifPresent(picture -> go(picture.node(now.hits().get(to)).id(), to));
  }

  private void go(NodeId id, int to) {
    model.select(id);
    Found now = found.get();
    found.set(new Found(now.query(), now.hits(), to, now.hidden()));
  }

  private boolean matches(HierarchyNode node) {
    return node.label().toLowerCase(Locale.ROOT).contains(query)
        || node.name().toLowerCase(Locale.ROOT).contains(query);
  }

  /** In the order of the outline: a node, then what is below it. */
  private static List<Integer> walk(TreePicture picture) {
    var order = new ArrayList<Integer>(picture.size());
    var todo = new ArrayDeque<Integer>(picture.tops().reversed());
    while (!todo.isEmpty()) {
      int at = todo.pollLast();
      order.add(at);
      picture.children(at).reversed().forEach(todo::addLast);
    }
    return order;
  }
}
