package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;
import java.util.Map;

/** One kind of mistake, looked for in the whole hierarchy. */
public interface Rule {
  /** The findings, by the node they lie on. */
  Map<NodeId, List<Finding>> check(Hierarchy hierarchy);
}
