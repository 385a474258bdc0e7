package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Found;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.SpanningTree;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.workspace.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Finding nodes of the root drawn by a part of their name. */
public final class Search {
  private static final String NEAREST = "nearest";

  private final HierarchyViewModel model;
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
  private String query = "";
  private final SearchEverywhere everywhere;

  Search(HierarchyViewModel model) {
    this.model = model;
    everywhere = new SearchEverywhere(model.background());
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
    everywhere.look(query, model.hierarchy().get(), picture);
    if (query.isEmpty() || picture.isEmpty()) {
      found.set(Found.NOTHING);
      return;
    }
    TreePicture in = picture.get();
    var hits = new ArrayList<Integer>();
    int[] hidden = new int[in.size()];
    for (int at : in.walk()) {
      if (in.names(at).contains(query)) {
        hits.add(at);
        hidden[at] = 1;
      }
    }
    gather(in, hits, hidden);
    int current = model.selectedIndex().map(hits::indexOf).orElse(-1);
    found.set(Found.of(query, hits, current, hidden));
  }

  /** Sums the hits up the tree; a hit is not below itself. */
  private static void gather(TreePicture in, List<Integer> hits, int[] hidden) {
    List<Integer> order = in.order();
    for (int i = order.size() - 1; i >= 0; i--) {
      int at = order.get(i);
      int up = in.parent(at);
      if (up != SpanningTree.NONE) {
        hidden[up] += hidden[at];
      }
    }
    hits.forEach(at -> hidden[at]--);
  }

  /** What matches in the whole estate; told a little later. */
  ReadOnlyObjectProperty<SearchEverywhere.Hits> everywhere() {
    return everywhere.hits();
  }

  /** Goes to the first node of another root that matches; that root is drawn then. */
  void goElsewhere() {
    everywhere.hits().get().elsewhere().stream().findFirst().ifPresent(model::select);
  }

  /**
   * Finds the name in the picture that reads most like what was typed, when nothing matches it:
   * over all words of ten thousand names, in the background.
   */
  void nearest(Consumer<Optional<String>> told) {
    Found now = found.get();
    Optional<TreePicture> picture = model.picture();
    if (!now.isOn() || !now.hits().isEmpty() || picture.isEmpty()) {
      model.background().cancel(NEAREST);
      told.accept(Optional.empty());
      return;
    }
    model
        .background()
        .ask(
            NEAREST,
            Messages.text("search.spelling"),
            progress -> nearest(now.query(), picture.get()),
            told,
            error -> {
              throw new IllegalStateException("words can always be compared", error);
            });
  }

  private static Optional<String> nearest(String query, TreePicture picture) {
    var words = new LinkedHashSet<String>();
    for (int at = 0; at < picture.size(); at++) {
      for (String name : picture.names(at).split("\n", -1)) {
        words.add(name);
        words.addAll(List.of(name.split("[-_./]", -1)));
      }
    }
    return Spelling.nearest(query, List.copyOf(words));
  }

  /** Goes to the next hit, or the one before; around the end. Closed branches open. */
  public void next(int direction) {
    Found now = found.get();
    if (now.hits().isEmpty()) {
      return;
    }
    int size = now.hits().size();
    int from = now.current() < 0 && direction < 0 ? 0 : now.current();
    int to = Math.floorMod(from + direction, size);
    model.picture().ifPresent(picture -> go(picture.node(now.hits().get(to)).id(), to));
  }

  /** The same over all roots: the root that has it is drawn then. */
  void nextOfAll(int direction) {
    List<NodeId> all = List.copyOf(everywhere.hits().get().all());
    if (!all.isEmpty()) {
      int from = placeOfAll();
      int begin = from < 0 && direction < 0 ? 0 : from;
      model.select(all.get(Math.floorMod(begin + direction, all.size())));
    }
  }

  /** Which of all hits is selected, from 0; -1 for none of them. */
  int placeOfAll() {
    List<NodeId> all = List.copyOf(everywhere.hits().get().all());
    return model.selected().get().map(all::indexOf).orElse(-1);
  }

  private void go(NodeId id, int to) {
    model.select(id);
    found.set(found.get().at(to));
  }
}
