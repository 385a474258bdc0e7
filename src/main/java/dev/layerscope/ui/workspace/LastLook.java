package dev.layerscope.ui.workspace;

import dev.layerscope.operation.resolve.MovedNodes;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The picture as a person saw it last, and what fetches have changed since then. */
final class LastLook {
  private final ReadOnlyObjectWrapper<MovedNodes> moved =
      new ReadOnlyObjectWrapper<>(MovedNodes.NOTHING);
  private Optional<Shown> seen = Optional.empty();
  private boolean fetched;

  ReadOnlyObjectProperty<MovedNodes> moved() {
    return moved.getReadOnlyProperty();
  }

  /**
   * A fetch brought something.
   *
   * @param shown what is on the screen; empty while the first picture is still being read
   */
  void fetched(Optional<Shown> shown) {
    fetched = true;
    if (seen.isEmpty()) {
      seen = shown;
    }
  }

  /**
   * Another picture is on the screen.
   *
   * @return whether it has to be read again: it is the first one, and a fetch went on meanwhile
   */
  boolean sees(Shown now) {
    boolean first = fetched && seen.isEmpty();
    if (fetched && !first) {
      moved.set(
          seen.filter(before -> before.selection().equals(now.selection()))
              .map(before -> MovedNodes.between(before.hierarchy(), now.hierarchy()))
              .orElse(MovedNodes.NOTHING));
    }
    fetched = first;
    return first;
  }

  /** What moved was looked at, or something else is looked at. */
  void taken() {
    seen = Optional.empty();
    moved.set(MovedNodes.NOTHING);
  }
}
