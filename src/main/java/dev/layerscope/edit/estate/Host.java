package dev.layerscope.edit.estate;

import dev.layerscope.git.Branch;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.render.SourceType;
import dev.layerscope.yaml.Scalar;
import java.util.List;

/**
 * The folder that new Applications of a root or layer are written to, on one branch.
 *
 * @param nodes the Applications that read it, one per cluster
 * @param source of those Applications
 * @param branch as it is now; its commit is what the folder was read at
 * @param planes the control planes the Applications of the folder live in
 */
public record Host(
    List<HierarchyNode> nodes,
    ResolvedSource source,
    Snapshot snapshot,
    Branch branch,
    TreePath folder,
    List<String> planes) {
  public Host {
    nodes = List.copyOf(nodes);
    planes = List.copyOf(planes);
  }

  public RepoUrl repository() {
    return snapshot.url();
  }

  /** Whether files in sub-folders are found without being named. */
  public boolean recursed() {
    return recursed(source);
  }

  /** Whether a directory source finds files in sub-folders. */
  public static boolean recursed(ResolvedSource source) {
    return source
        .declared()
        .directory()
        .flatMap(block -> block.get("recurse"))
        .filter(value -> value instanceof Scalar s && s.text().equals("true"))
        .isPresent();
  }

  /** Whether Kustomize builds it, so that new files have to be listed. */
  public boolean isKustomized() {
    return source.type() == SourceType.KUSTOMIZE;
  }

  /** Whether it holds the templates of a chart, among which a plain manifest is one more. */
  public boolean isChart() {
    return source.type() == SourceType.HELM;
  }

  /** Whether files below sub-folders are read. */
  boolean isDeep() {
    return recursed() || isKustomized() || isChart();
  }

  /** The folder as people say it: {@code deps of my-cluster on dev}. */
  public String described() {
    return folder + " of " + repository().shortName() + " on " + branch.name();
  }
}
