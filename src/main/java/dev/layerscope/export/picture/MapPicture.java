package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.Places.Rectangle;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The estate from above: each thing shared by several roots is one box.
 *
 * @param boxes with their places
 * @param links from box to box
 * @param note what is left out, in words; empty when nothing is
 */
public record MapPicture(
    List<Box> boxes, List<Link> links, double width, double height, String note) {
  public MapPicture {
    boxes = List.copyOf(boxes);
    links = List.copyOf(links);
  }

  /**
   * A root, a layer or a directory.
   *
   * @param line repository and revisions; empty for a root
   * @param reached how many roots reach it
   * @param of how many roots there are; 0 where that is not counted
   * @param parts deps and res, or what else it consists of
   * @param nodes what it stands for
   * @param size of a root, how many nodes it reaches in all
   */
  public record Box(
      LayerLook look,
      boolean hollow,
      String title,
      String line,
      int reached,
      int of,
      List<Part> parts,
      Set<NodeId> nodes,
      long size,
      long errors,
      Rectangle place) {
    public Box {
      parts = List.copyOf(parts);
      nodes = Set.copyOf(nodes);
    }

    /** A root's row is lower than a layer's card. */
    public boolean isRow() {
      return line.isEmpty();
    }
  }

  /** A part of a box and how many manifests it renders. */
  public record Part(String name, boolean hollow, long manifests) {}

  /** What one box declares of another, and in how many roots. */
  public record Link(int from, int to, int roots) {}

  /** Some boxes and all that lead to them, told apart by what they are, not by what they say. */
  public Set<Box> leadingTo(Predicate<Box> wanted) {
    Set<Box> leading = Collections.newSetFromMap(new IdentityHashMap<>());
    boxes.stream().filter(wanted).forEach(leading::add);
    boolean more = !leading.isEmpty();
    while (more) {
      more = false;
      for (Link link : links) {
        if (leading.contains(boxes.get(link.to()))) {
          more |= leading.add(boxes.get(link.from()));
        }
      }
    }
    return leading;
  }

  /** The box that stands for a node. */
  public Optional<Box> boxOf(NodeId id) {
    return boxes.stream().filter(box -> box.nodes().contains(id)).findFirst();
  }
}
