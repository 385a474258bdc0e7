package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.ApplicationSet;
import java.util.Optional;

/** A node that waits to be looked into. */
sealed interface Bud {
  /** As it was declared. */
  HierarchyNode node();

  /** The root whose local manifest declares it; its revisions follow the environment. */
  Optional<Root> localRoot();

  default NodeId id() {
    return node().id();
  }

  /**
   * Whether another one of the same id is declared in the same way: the same text at the same
   * place, as sure, as alive.
   */
  default boolean isDeclaredAs(Bud other) {
    HierarchyNode mine = node();
    HierarchyNode theirs = other.node();
    return mine.manifest().isWrittenAs(theirs.manifest())
        && mine.certainty().equals(theirs.certainty())
        && mine.dormant().equals(theirs.dormant());
  }

  /** Sources wait to be rendered. */
  record OfApplication(HierarchyNode node, Application application, Optional<Root> localRoot)
      implements Bud {}

  /** Generators wait to be asked. */
  record OfSet(HierarchyNode node, ApplicationSet set, Optional<Root> localRoot) implements Bud {}
}
