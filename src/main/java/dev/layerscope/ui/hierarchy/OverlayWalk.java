package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Mark;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;
import java.util.Map;

/** What differs in the root drawn while two environments are drawn over each other. */
final class OverlayWalk {
  private final Overlay overlay;
  private final MarkWalk walk;

  OverlayWalk(HierarchyViewModel model, Overlay overlay) {
    this.overlay = overlay;
    this.walk = new MarkWalk(model, overlay.marks());
  }

  Overlay overlay() {
    return overlay;
  }

  /** The way through the differences. */
  MarkWalk walk() {
    return walk;
  }

  /** The nodes of the root drawn that differ. */
  List<NodeId> list() {
    return walk.list();
  }

  /** How many of them have each mark. */
  Map<Mark, Long> counts() {
    return overlay.counts(list());
  }

  /** Where the selection is among them; -1 when it does not differ. */
  int place() {
    return walk.place();
  }

  /** Goes to the next difference (1), or the one before (-1); around the end. */
  void go(int direction) {
    walk.go(direction);
  }
}
