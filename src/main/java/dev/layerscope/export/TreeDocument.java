package dev.layerscope.export;

import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.List;
import java.util.Optional;

/**
 * What an export of a hierarchy is made from.
 *
 * @param environment the environment looked at; empty for as declared
 * @param repositories with the branch each is shown at
 */
public record TreeDocument(
    String workspace,
    Optional<String> environment,
    List<RepositoryState> repositories,
    Hierarchy hierarchy) {
  public TreeDocument {
    repositories = List.copyOf(repositories);
  }

  public List<ResolvedRoot> roots() {
    return hierarchy.roots();
  }

  /**
   * A repository and the branch that was looked at: the environment's, or the default one.
   *
   * @param branch its name; empty when it takes no part or nobody knows
   */
  public record RepositoryState(Repositories.Access access, Optional<String> branch) {}
}
