package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Found;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.SpanningTree;
import dev.layerscope.workspace.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Finding nodes of the root drawn by a part of their name. */
public final class Search {
  private final HierarchyViewModel model;
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
  private String query = "";
  private @Nullable TreePicture indexed;
  private List<String> names = List.of();
  private @Nullable Hierarchy allOf;
  private final Map<NodeId, String> allNames = new LinkedHashMap<>();

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
    index(in);
    var hits = new ArrayList<Integer>();
    int[] hidden = new int[in.size()];
    for (int at : in.walk()) {
      if (names.get(at).contains(query)) {
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

  /** Names in lower case, once for a picture: a keystroke must not pay for them. */
  private void index(TreePicture picture) {
    if (picture == indexed) {
      return;
    }
    var lower = new ArrayList<String>(picture.size());
    for (int at = 0; at < picture.size(); at++) {
      lower.add(lower(picture.node(at)));
    }
    names = lower;
    indexed = picture;
  }

  /** The nodes of other roots that match, in the order of the hierarchy. */
  List<NodeId> elsewhere() {
    Optional<Hierarchy> hierarchy = model.hierarchy().get();
    Optional<TreePicture> picture = model.picture();
    if (query.isEmpty() || hierarchy.isEmpty() || hierarchy.get().roots().size() < 2) {
      return List.of();
    }
    everywhere(hierarchy.get());
    var found = new ArrayList<NodeId>();
    allNames.forEach((id, name) -> {
      if (name.contains(query) && picture.filter(here -> here.has(id)).isEmpty()) {
        found.add(id);
      }
    });
    return found;
  }

  /** Goes to the first node of another root that matches; that root is drawn then. */
  void goElsewhere() {
    elsewhere().stream().findFirst().ifPresent(model::select);
  }

  private void everywhere(Hierarchy hierarchy) {
    if (hierarchy == allOf) {
      return;
    }
    allOf = hierarchy;
    allNames.clear();
    for (HierarchyNode node : hierarchy.nodes()) {
      allNames.put(node.id(), lower(node));
    }
  }

  private static String lower(HierarchyNode node) {
    String label = node.label().toLowerCase(Locale.ROOT);
    String name = node.name().toLowerCase(Locale.ROOT);
    return label.equals(name) ? name : label + '\n' + name;
  }

  /** The name in the picture that reads most like what was typed, when nothing matches it. */
  public Optional<String> nearest() {
    Found now = found.get();
    if (!now.isOn() || !now.hits().isEmpty()) {
      return Optional.empty();
    }
    var words = new LinkedHashSet<String>();
    for (String name : names) {
      for (String line : name.split("\n")) {
        words.add(line);
        words.addAll(List.of(line.split("[-_./]")));
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

  private void go(NodeId id, int to) {
    model.select(id);
    found.set(found.get().at(to));
  }
}
