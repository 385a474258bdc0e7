package dev.layerscope.ui.hierarchy;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.operation.place.Impact;
import java.util.ArrayList;
import java.util.List;

/**
 * A blast radius, counted and listed for the window.
 *
 * @param of what would change, in words
 * @param roots every root with how many of its Applications are reached; 0 for those that are not
 * @param clusters where what is reached is applied to, with how many Applications
 * @param applications what is reached, in the order of the hierarchy
 */
public record Radius(
    String of,
    Impact impact,
    List<Count> roots,
    List<Count> clusters,
    List<HierarchyNode> applications) {
  public Radius {
    roots = List.copyOf(roots);
    clusters = List.copyOf(clusters);
    applications = List.copyOf(applications);
  }

  /** How many Applications something has that are reached. */
  public record Count(String name, long applications) {}

  /** Counts; long work for a large estate. */
  static Radius of(Hierarchy hierarchy, String of, Impact impact) {
    var roots = new ArrayList<Count>();
    for (ResolvedRoot root : hierarchy.roots()) {
      roots.add(new Count(root.name(), impact.applicationsOf(hierarchy, root)));
    }
    var clusters = new ArrayList<Count>();
    impact
        .applicationsByCluster(hierarchy)
        .forEach((name, count) -> clusters.add(new Count(name, count)));
    List<HierarchyNode> applications =
        impact.reached().stream()
            .filter(id -> id.kind() == NodeKind.APPLICATION)
            .map(hierarchy::get)
            .toList();
    return new Radius(of, impact, roots, clusters, applications);
  }

  /**
   * The list as comma-separated values: what is reached, where it lives and is applied to, and in
   * every line of what it is the list.
   *
   * @param workspace its name
   * @param environment its name, or how else revisions were chosen
   * @param date of today
   */
  String csv(String workspace, String environment, String date) {
    var out =
        new StringBuilder(
            "controlPlane,namespace,name,layer,reads,changed,workspace,environment,written\r\n");
    for (HierarchyNode node : applications) {
      String direct = impact.direct().contains(node.id()) ? "direct" : "below";
      out.append(
          dev.layerscope.export.TreeCsv.line(
              List.of(
                  node.id().controlPlane(),
                  node.id().namespace(),
                  node.name(),
                  node.layer(),
                  direct,
                  of,
                  workspace,
                  environment,
                  date)));
    }
    return out.toString();
  }
}
