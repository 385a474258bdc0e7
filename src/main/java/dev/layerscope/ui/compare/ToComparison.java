package dev.layerscope.ui.compare;

import dev.layerscope.hierarchy.NodeId;
import java.util.Optional;

/** The way to where two environments are compared: the page, or one drawn over the other. */
@FunctionalInterface
public interface ToComparison {
  /**
   * Opens it.
   *
   * @param node to begin with; empty for the first that differs
   */
  void open(String base, String incoming, Optional<NodeId> node);
}
