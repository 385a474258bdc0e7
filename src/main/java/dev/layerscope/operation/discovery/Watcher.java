package dev.layerscope.operation.discovery;

import dev.layerscope.hierarchy.Hierarchy;
import java.util.List;

/** Told of every change while a discovery goes on, from several threads. */
@FunctionalInterface
public interface Watcher {
  /** The repositories met so far, in the order found. */
  void found(List<FoundRepository> all);

  /**
   * How much of the hierarchy is known.
   *
   * @param hierarchy as far as it could be followed
   * @param followed Applications whose repositories are at hand
   * @param all Applications found so far
   */
  default void followed(Hierarchy hierarchy, int followed, int all) {}
}
