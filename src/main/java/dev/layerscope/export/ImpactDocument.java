package dev.layerscope.export;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an export of a blast radius is made from.
 *
 * @param direct the nodes that read the place or are declared in it
 * @param reached these and everything below them
 * @param rootCount how many roots there are
 * @param clusters where what is reached is applied to
 * @param manifests how many objects the Applications reached render
 * @param unsure why more may be reached
 */
public record ImpactDocument(
    String workspace,
    Optional<String> environment,
    RepoUrl repository,
    String path,
    List<HierarchyNode> direct,
    List<HierarchyNode> reached,
    List<Reached> roots,
    int rootCount,
    Set<String> clusters,
    long manifests,
    List<String> unsure) {
  public ImpactDocument {
    direct = List.copyOf(direct);
    reached = List.copyOf(reached);
    roots = List.copyOf(roots);
    unsure = List.copyOf(unsure);
  }

  /** A root that is reached, and how many of its Applications are. */
  public record Reached(String root, long applications) {}
}
