package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.place.Impact;
import java.util.BitSet;
import java.util.Optional;

/**
 * Which nodes stand out: those in the focus, the filter and the blast radius, as far as there are
 * any. Worked out when one of them changes, not for every frame.
 *
 * @param lit empty when all stand out
 * @param kept what a hiding filter leaves in the picture, the way to it included; empty for all
 * @param hidden how many nodes a filter dims or leaves out
 */
record Light(Optional<BitSet> lit, Optional<BitSet> kept, int hidden) {
  static final Light ALL = new Light(Optional.empty(), Optional.empty(), 0);

  static Light of(
      TreePicture picture,
      LayerLooks looks,
      Optional<Integer> focus,
      Filter filter,
      Optional<Impact> blast) {
    var lit = new BitSet();
    lit.set(0, Math.max(1, picture.size()));
    focus.ifPresent(at -> lit.and(picture.focus(at)));
    blast.ifPresent(impact -> lit.and(reached(picture, impact)));
    BitSet matching = filter.isOn() ? filter.matching(picture, looks) : new BitSet();
    if (filter.isOn()) {
      lit.and(matching);
    }
    boolean all = focus.isEmpty() && blast.isEmpty() && !filter.isOn();
    return new Light(
        all ? Optional.empty() : Optional.of(lit),
        filter.isOn() && filter.hides() ? Optional.of(ways(picture, matching)) : Optional.empty(),
        filter.isOn() ? picture.size() - matching.cardinality() : 0);
  }

  private static BitSet reached(TreePicture picture, Impact impact) {
    var reached = new BitSet();
    for (NodeId id : impact.reached()) {
      if (picture.has(id)) {
        reached.set(picture.indexOf(id));
      }
    }
    return reached;
  }

  private static BitSet ways(TreePicture picture, BitSet matching) {
    var kept = new BitSet();
    matching.stream()
        .forEach(at -> {
          for (int up = at; up >= 0 && !kept.get(up); up = picture.parent(up)) {
            kept.set(up);
          }
        });
    return kept;
  }
}
