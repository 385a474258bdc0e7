package dev.layerscope.operation.place;

import dev.layerscope.argocd.Settings;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Revision;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.operation.open.Opened;
import java.util.Optional;

/**
 * What nodes were really made from, as far as it is remembered (decision 31): a base, a patch or
 * values outside an Application's own folder, and the files that generators read.
 */
@FunctionalInterface
public interface Traces {
  /**
   * Whether a node was made from something at a place.
   *
   * @param path a file, or a directory with everything in it
   * @return empty when that is not known
   */
  Optional<Boolean> reads(HierarchyNode node, RepoUrl repository, TreePath path);

  /** What an open workspace remembers of a hierarchy it resolved. */
  static Traces of(Opened opened, Hierarchy hierarchy) {
    Opened settled = opened.settled();
    var generators = new GeneratorReads(settled.access());
    return (node, repository, path) -> {
      if (node.kind() == NodeKind.APPLICATION_SET) {
        return Optional.of(generators.reads(node, repository, path));
      }
      if (node.kind() != NodeKind.APPLICATION || node.application().isEmpty()) {
        return Optional.of(false);
      }
      boolean taken = LentFiles.taken(node, repository, path);
      if (taken || LentFiles.areAll(node)) {
        return Optional.of(taken);
      }
      Settings settings = hierarchy.controlPlanes().settings(node.id().controlPlane());
      return node.sources().size() == node.application().get().sources().size()
          ? settled
              .renderer()
              .touches(
                  node.application().get(),
                  node.id(),
                  settings,
                  node.sources().stream()
                      .map(source -> source.revision().map(Revision::commit))
                      .toList(),
                  repository,
                  path)
          : Optional.empty();
    };
  }
}
