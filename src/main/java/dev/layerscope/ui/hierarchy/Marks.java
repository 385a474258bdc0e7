package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Ghosts;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.MarksBelow;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** Which nodes are marked as different, what their cards say, and what closed cards hide of it. */
final class Marks {
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private Map<NodeId, Mark> all = Map.of();
  private Map<NodeId, String> notes = Map.of();
  private Ghosts ghosts = Ghosts.NONE;
  private MarksBelow below = MarksBelow.NONE;
  private @Nullable TreePicture belowOf;
  private int belowAt;

  /**
   * Marks other nodes in place of those that are.
   *
   * @param words what the marked cards say
   */
  void set(Map<NodeId, Mark> marked, Map<NodeId, String> words) {
    all = Map.copyOf(marked);
    notes = Map.copyOf(words);
    changes.set(changes.get() + 1);
  }

  /** What left its place among other parents; the layout keeps that free. */
  void moved(Ghosts from) {
    ghosts = from;
  }

  Ghosts ghosts() {
    return ghosts;
  }

  Map<NodeId, Mark> all() {
    return all;
  }

  Map<NodeId, String> notes() {
    return notes;
  }

  /** Counts how often marks were changed, for those who draw them. */
  ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /** How many marked nodes lie below each one; counted once for a picture and its marks. */
  MarksBelow below(Optional<TreePicture> drawn) {
    TreePicture picture = drawn.orElse(null);
    if (picture != belowOf || changes.get() != belowAt) {
      belowOf = picture;
      belowAt = changes.get();
      below = picture == null ? MarksBelow.NONE : MarksBelow.of(picture, all);
    }
    return below;
  }
}
