package dev.layerscope.diff.hierarchy;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;
import java.util.Optional;

/**
 * What happened to one node between two sides.
 *
 * @param id on the second side, or on the first when it is gone
 * @param roots the logical roots that reach it on either side
 * @param fields of its own manifest that differ; for a moved one also {@code parent}
 * @param reason for an unknown one, why nobody knows
 */
public record ApplicationChange(
    NodeId id,
    List<String> roots,
    Change change,
    List<FieldChange> fields,
    Optional<HierarchyNode> from,
    Optional<HierarchyNode> to,
    Optional<String> reason) {
  public ApplicationChange {
    roots = List.copyOf(roots);
    fields = List.copyOf(fields);
  }

  /** The node on the second side, or on the first when it is gone. */
  public HierarchyNode node() {
    return to.or(() -> from).orElseThrow();
  }
}
