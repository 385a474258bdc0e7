package dev.layerscope.edit.estate;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.ControlPlanes;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.Layers;
import dev.layerscope.manifest.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The estate in one environment, as an edit finds it.
 *
 * @param environment its name
 * @param environmentBranches environment to branch, for a repository; without the environments the
 *     repository takes no part in
 * @param layers the label of a repository's layer
 * @param rendered what a node's sources render to
 */
public record Ground(
    String environment,
    Hierarchy hierarchy,
    Repositories repositories,
    Function<RepoUrl, Map<String, String>> environmentBranches,
    ControlPlanes controlPlanes,
    Layers layers,
    Function<HierarchyNode, List<Manifest>> rendered) {

  /** The branch that carries the environment in a repository; empty when it takes no part. */
  public Optional<String> branchOf(RepoUrl url) {
    return Optional.ofNullable(environmentBranches.apply(url).get(environment));
  }

  /** The names of all environments a repository takes part in, in promotion order. */
  List<String> environments(RepoUrl url) {
    return List.copyOf(environmentBranches.apply(url).keySet());
  }

  /** Whether a root or a layer of that name is in the picture. */
  public boolean hasLayer(String name) {
    return hierarchy.root(name).isPresent()
        || hierarchy.nodes().stream().anyMatch(n -> n.layer().equals(name));
  }

  /** Whether a branch carries any environment in a repository. */
  public boolean carriesAny(RepoUrl url, String branch) {
    return environmentBranches.apply(url).containsValue(branch);
  }

  /** The clone of a repository, when it can be read. */
  public Optional<Clone> cloneOf(RepoUrl url) {
    return repositories.at(url) instanceof Repositories.Access.Available available
        ? Optional.of(available.repository())
        : Optional.empty();
  }

  /** A branch of a repository, when both are there. */
  public Optional<Branch> branch(RepoUrl url, String name) {
    return cloneOf(url).flatMap(clone -> clone.branch(name));
  }
}
