package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Ghosts;
import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Nodes opened and laid out.
 *
 * @param ids what had to be opened
 * @param all everything that is open then
 */
record Unfolded(Set<NodeId> ids, Set<NodeId> all, Sheet sheet) {
  /**
   * Opens nodes; long work where that shows many.
   *
   * @param before what is open already
   * @param kept what a filter leaves in the picture; empty for all
   * @param ghosts what moved away
   */
  static Unfolded of(
      TreePicture picture,
      Set<NodeId> ids,
      Set<NodeId> before,
      Optional<BitSet> kept,
      Ghosts ghosts) {
    var all = new HashSet<>(before);
    all.addAll(ids);
    return new Unfolded(ids, all, sheet(picture, all, kept, ghosts));
  }

  /** What is to be opened for everything below a node to be seen. */
  static Set<NodeId> below(TreePicture picture, NodeId id) {
    var ids = new HashSet<NodeId>();
    picture.below(
        picture.indexOf(id),
        at -> {
          if (!picture.foldable(at).isEmpty()) {
            ids.add(picture.node(at).id());
          }
        });
    return ids;
  }

  /** Lays out what is open and kept. */
  static Sheet sheet(TreePicture picture, Set<NodeId> open, Optional<BitSet> kept, Ghosts ghosts) {
    return Sheet.of(
        picture,
        at -> open.contains(picture.node(at).id()),
        at -> kept.isEmpty() || kept.get().get(at),
        ghosts);
  }
}
