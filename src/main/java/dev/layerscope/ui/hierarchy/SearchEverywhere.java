package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What a search finds in the whole estate, whichever root is drawn; off the toolkit's thread. */
final class SearchEverywhere {
  private static final String LANE = "everywhere";

  private final Background background;
  private final ReadOnlyObjectWrapper<Hits> hits = new ReadOnlyObjectWrapper<>(Hits.NONE);
  private volatile @Nullable Names names;

  /**
   * What was found.
   *
   * @param query what was looked for, in lower case
   * @param all of every root, in the order of the hierarchy
   * @param elsewhere of other roots than the one drawn, in that order
   */
  record Hits(String query, SequencedSet<NodeId> all, List<NodeId> elsewhere) {
    static final Hits NONE =
        new Hits("", Collections.unmodifiableSequencedSet(new LinkedHashSet<>()), List.of());
  }

  /** What nodes are called, in lower case. */
  private record Names(Hierarchy of, Map<NodeId, String> names) {}

  SearchEverywhere(Background background) {
    this.background = background;
  }

  ReadOnlyObjectProperty<Hits> hits() {
    return hits.getReadOnlyProperty();
  }

  /**
   * Looks for a text.
   *
   * @param query in lower case; empty for nothing
   * @param drawn the root drawn
   */
  void look(String query, Optional<Hierarchy> hierarchy, Optional<TreePicture> drawn) {
    if (query.isEmpty() || hierarchy.isEmpty()) {
      background.cancel(LANE);
      hits.set(Hits.NONE);
      return;
    }
    background.ask(
        LANE,
        Messages.text("search.everywhere"),
        progress -> find(query, names(hierarchy.get()), drawn),
        hits::set,
        error -> {
          throw new IllegalStateException("names can always be searched", error);
        });
  }

  private static Hits find(String query, Map<NodeId, String> names, Optional<TreePicture> drawn) {
    var elsewhere = new ArrayList<NodeId>();
    var all = new LinkedHashSet<NodeId>();
    names.forEach((id, name) -> {
      if (name.contains(query)) {
        all.add(id);
        if (drawn.filter(here -> here.has(id)).isEmpty()) {
          elsewhere.add(id);
        }
      }
    });
    return new Hits(query, Collections.unmodifiableSequencedSet(all), List.copyOf(elsewhere));
  }

  /** Made once for a hierarchy; two threads may both make them, and make the same. */
  @SuppressWarnings("ReferenceEquality") // the same hierarchy, not one that is equal
  private Map<NodeId, String> names(Hierarchy hierarchy) {
    Names known = names;
    if (known == null || known.of() != hierarchy) {
      var fresh = new LinkedHashMap<NodeId, String>();
      for (HierarchyNode node : hierarchy.nodes()) {
        fresh.put(node.id(), TreePicture.lower(node));
      }
      known = new Names(hierarchy, fresh);
      names = known;
    }
    return known.names();
  }
}
