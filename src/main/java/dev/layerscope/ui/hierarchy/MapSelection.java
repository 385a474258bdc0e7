package dev.layerscope.ui.hierarchy;

import static java.util.stream.Collectors.toSet;

import dev.layerscope.export.picture.MapPicture;
import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which boxes of a map stand for the selection and for a blast radius. */
final class MapSelection {
  private final HierarchyViewModel model;

  /** The row pressed last: what a root declares first may stand in the box of a shared layer. */
  private Optional<Box> row = Optional.empty();

  MapSelection(HierarchyViewModel model) {
    this.model = model;
  }

  /** Something was selected elsewhere, or another map is drawn. */
  void forget() {
    row = Optional.empty();
  }

  /** The box that stands for the selection; a root's row for what has no box of its own. */
  Optional<Box> in(MapPicture map) {
    return row.or(() -> model.selected().get().flatMap(map::boxOf))
        .or(() -> rowOf(map, model.rootName()));
  }

  private static Optional<Box> rowOf(MapPicture map, String root) {
    return map.boxes().stream().filter(box -> box.isRow() && box.title().equals(root)).findFirst();
  }

  /**
   * Selects what a box stands for: of a root what it declares first, of a layer what the root drawn
   * has of it.
   */
  void select(Box box) {
    if (box.isRow()) {
      model.chooseRoot(box.title());
      model
          .hierarchy()
          .get()
          .flatMap(hierarchy -> hierarchy.root(box.title()))
          .flatMap(root -> root.declared().stream().findFirst())
          .ifPresent(model::select);
      row = Optional.of(box);
      return;
    }
    Optional<TreePicture> here = model.picture();
    box.nodes().stream()
        .filter(id -> here.filter(drawn -> drawn.has(id)).isPresent())
        .findFirst()
        .or(() -> box.nodes().stream().findFirst())
        .ifPresent(model::select);
  }

  /**
   * What a blast radius lights. What carries a layer to a reached cluster belongs to the way,
   * although itself it does not change. A root's row stands for the cluster: it is reached when
   * anything on it is.
   */
  Set<Box> lit(MapPicture map, Radius radius) {
    Set<String> roots = radius.impact().roots().stream().map(ResolvedRoot::name).collect(toSet());
    Set<NodeId> reached = radius.impact().reached();
    var there = new HashSet<NodeId>();
    model
        .hierarchy()
        .get()
        .ifPresent(all ->
            radius.impact().roots().forEach(root -> there.addAll(all.depths(root).keySet())));
    return map.leadingTo(box -> holds(box, roots, reached), box -> holds(box, roots, there));
  }

  private static boolean holds(Box box, Set<String> roots, Set<NodeId> nodes) {
    return box.isRow()
        ? roots.contains(box.title())
        : box.nodes().stream().anyMatch(nodes::contains);
  }
}
