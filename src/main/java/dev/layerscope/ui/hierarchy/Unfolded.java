package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A branch with everything below it open, laid out.
 *
 * @param ids what had to be opened
 * @param all everything that is open then
 */
record Unfolded(Set<NodeId> ids, Set<NodeId> all, Sheet sheet) {
  /**
   * Opens everything below a node; long work for a large branch.
   *
   * @param before what is open already
   * @param kept what a filter leaves in the picture; empty for all
   */
  static Unfolded below(TreePicture picture, NodeId id, Set<NodeId> before, Optional<BitSet> kept) {
    var ids = new HashSet<NodeId>();
    picture.below(
        picture.indexOf(id),
        at -> {
          if (!picture.foldable(at).isEmpty()) {
            ids.add(picture.node(at).id());
          }
        });
    var all = new HashSet<>(before);
    all.addAll(ids);
    return new Unfolded(ids, all, sheet(picture, all, kept));
  }

  /** Lays out what is open and kept. */
  static Sheet sheet(TreePicture picture, Set<NodeId> open, Optional<BitSet> kept) {
    return Sheet.of(
        picture,
        at -> open.contains(picture.node(at).id()),
        at -> kept.isEmpty() || kept.get().get(at));
  }
}
