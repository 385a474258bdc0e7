package dev.layerscope.hierarchy;

import dev.layerscope.finding.Location;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One declaration of a node.
 *
 * @param from the parent; empty where a root declares it
 * @param declaredIn the file and line the child's manifest was written at
 */
public record Edge(Optional<NodeId> from, NodeId to, How how, Location declaredIn)
    implements Comparable<Edge> {
  private static final Comparator<Edge> ORDER =
      Comparator.comparing((Edge e) -> e.from().map(NodeId::text).orElse(""))
          .thenComparing(Edge::to)
          .thenComparing(Edge::declaredIn)
          .thenComparing(Edge::how);

  /** Asked of every declaration of an estate, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof Edge that
            && how == that.how
            && to.equals(that.to)
            && from.equals(that.from)
            && declaredIn.equals(that.declaredIn);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * from.hashCode() + to.hashCode()) + declaredIn.line();
  }

  @Override
  public int compareTo(Edge other) {
    return ORDER.compare(this, other);
  }
}
