package dev.layerscope.ui.findings;

import dev.layerscope.finding.Finding;
import dev.layerscope.hierarchy.NodeId;
import java.util.Optional;

/** What stands in the list of findings. */
sealed interface Row {
  /** The head of a group, and how many lie below it. */
  record Head(String title, int count) implements Row {}

  /**
   * A finding, and whom it is about.
   *
   * @param where name of the node or root
   * @param node to go to, when there is one
   * @param accepted why somebody accepted it, and until when; empty for one that counts
   */
  record Seen(
      Finding finding,
      String where,
      Optional<NodeId> node,
      Grouping.Belongs belongs,
      Optional<String> accepted)
      implements Row {
    /** One that counts. */
    Seen(Finding finding, String where, Optional<NodeId> node, Grouping.Belongs belongs) {
      this(finding, where, node, belongs, Optional.empty());
    }

    /**
     * Whose Argo CD has the node, as far as that says more than where: Applications of two clusters
     * have the same names.
     */
    String whose() {
      return belongs.cluster().equals(where) ? "" : belongs.cluster();
    }
  }
}
