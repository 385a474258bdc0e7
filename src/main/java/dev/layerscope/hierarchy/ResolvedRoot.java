package dev.layerscope.hierarchy;

import dev.layerscope.finding.Finding;
import dev.layerscope.git.Revision;
import java.util.List;
import java.util.Optional;

/**
 * A root and the nodes its manifest declares.
 *
 * @param declared what its manifest declares, in order
 * @param unknown why it could not be read here; then it declares nothing, and that means nothing
 * @param revision the commit its manifest was read at; empty for a file beside the workspace file
 * @param findings about the root itself
 */
public record ResolvedRoot(
    Root root,
    List<NodeId> declared,
    Optional<String> unknown,
    Optional<Revision> revision,
    List<Finding> findings) {
  public ResolvedRoot {
    declared = List.copyOf(declared);
    findings = List.copyOf(findings);
  }

  public String name() {
    return root.name();
  }
}
