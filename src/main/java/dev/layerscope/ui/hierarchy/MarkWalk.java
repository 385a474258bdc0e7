package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The marked nodes of the root drawn in the order of the outline, to walk through. Listed once for
 * a picture: every step asks where it is.
 */
final class MarkWalk {
  private final HierarchyViewModel model;
  private final Map<NodeId, Mark> marks;
  private final List<NodeId> list = new ArrayList<>();
  private final Map<NodeId, Integer> places = new HashMap<>();
  private @Nullable TreePicture listedOf;

  /**
   * @param marks which nodes are marked, of this root and of others
   */
  MarkWalk(HierarchyViewModel model, Map<NodeId, Mark> marks) {
    this.model = model;
    this.marks = Map.copyOf(marks);
  }

  /** The nodes of the root drawn that are marked. */
  List<NodeId> list() {
    model
        .picture()
        .ifPresent(picture -> {
          if (picture != listedOf) {
            listedOf = picture;
            list(picture);
          }
        });
    return list;
  }

  /** What differs is less than what there is: the marked are looked up, not all nodes. */
  private void list(TreePicture picture) {
    list.clear();
    places.clear();
    marks.keySet().stream()
        .filter(picture::has)
        .sorted(Comparator.comparingInt(id -> picture.place(picture.indexOf(id))))
        .forEach(id -> {
          places.put(id, list.size());
          list.add(id);
        });
  }

  /** How many of them have each mark. */
  Map<Mark, Long> counts() {
    var counts = new EnumMap<Mark, Long>(Mark.class);
    list().forEach(id -> counts.merge(Objects.requireNonNull(marks.get(id)), 1L, Long::sum));
    return counts;
  }

  /** Where the selection is among them; -1 when it is not marked. */
  int place() {
    list();
    Optional<NodeId> selected = model.selected().get();
    return selected.map(id -> places.getOrDefault(id, -1)).orElse(-1);
  }

  /** Goes to the next of them (1), or the one before (-1); around the end. */
  void go(int direction) {
    if (!list().isEmpty()) {
      int at = place();
      int from = at < 0 && direction < 0 ? 0 : at;
      model.select(list.get(Math.floorMod(from + direction, list.size())));
    }
  }
}
