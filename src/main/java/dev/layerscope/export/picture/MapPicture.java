package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.Places.Rectangle;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The estate from above: each thing shared by several roots is one box.
 *
 * @param boxes with their places
 * @param links from box to box
 * @param headings what stands above columns
 * @param note what is left out, in words; empty when nothing is
 */
public record MapPicture(
    List<Box> boxes,
    List<Link> links,
    List<Heading> headings,
    double width,
    double height,
    String note) {
  public MapPicture {
    headings = List.copyOf(headings);
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
   * @param errors of a root, those of everything it reaches
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
      long warnings,
      Rectangle place) {
    public Box {
      parts = List.copyOf(parts);
      nodes = Collections.unmodifiableSet(new LinkedHashSet<>(nodes)); // the upper ones first
    }

    /** A root of which nobody could read anything. */
    public boolean isUnknown() {
      return isRow() && look.number() == LayerLook.UNASSIGNED;
    }

    /** A root's row is lower than a layer's card. */
    public boolean isRow() {
      return line.isEmpty();
    }
  }

  /**
   * What a column holds.
   *
   * @param x where the column begins
   */
  public record Heading(double x, String title, String note) {
    /** How much room one takes above its column. */
    public static final double HEIGHT = 46;
  }

  /** A part of a box and how many manifests it renders. */
  public record Part(String name, boolean hollow, long manifests) {}

  /**
   * What one box declares of another.
   *
   * @param roots in how many roots
   * @param lane the height at which the line passes the columns between the two
   */
  public record Link(int from, int to, int roots, double lane) {}

  /**
   * Some boxes and all that lead to them, told apart by what they are, not by what they say.
   *
   * @param passable what may lead there
   */
  public Set<Box> leadingTo(Predicate<Box> wanted, Predicate<Box> passable) {
    Set<Box> leading = Collections.newSetFromMap(new IdentityHashMap<>());
    boxes.stream().filter(wanted).forEach(leading::add);
    boolean more = !leading.isEmpty();
    while (more) {
      more = false;
      for (Link link : links) {
        Box from = boxes.get(link.from());
        if (leading.contains(boxes.get(link.to())) && passable.test(from)) {
          more |= leading.add(from);
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
