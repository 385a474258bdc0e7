package dev.layerscope.edit.team;

import dev.layerscope.argocd.Destination;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.estate.Siblings;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.edit.layer.LayerApplication;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster in which a hub's teams live, when the hub's own folder is delivered to another: what
 * belongs to the namespace cannot lie in that folder, so it lies beside it, delivered there by an
 * Application of the platform's.
 *
 * @param cluster as the neighbours spell it
 * @param folder for the namespace, the rights and the quota
 */
record FarCluster(String team, Destination cluster, TreePath folder) {
  /** The Application that delivers the folder, among the kinds of a binding. */
  static final String DELIVERY = "delivery";

  /**
   * @return empty when the team lives in the cluster the folder itself goes to
   * @throws RefusedException when nothing can lie beside the folder without being read with it
   */
  static Optional<FarCluster> of(Ground ground, Host host, Neighbours neighbours, String team)
      throws RefusedException {
    Destination there = neighbours.destination();
    String own = own(host);
    if (own.isEmpty() || own.equals(there.cluster())) {
      return Optional.empty();
    }
    TreePath declared =
        host.source().declared().path().flatMap(TreePath::clean).orElse(TreePath.ROOT);
    if (declared.isRoot()) {
      throw inTheWay(host, there, "it is the whole repository");
    }
    TreePath folder = declared.parent().child("bindings").child(team);
    Optional<HierarchyNode> reader =
        ground.hierarchy().nodes().stream()
            .filter(node -> node.sources().stream().anyMatch(s -> covers(s, host, folder)))
            .findFirst();
    if (reader.isPresent()) {
      throw inTheWay(host, there, reader.get().name() + " would read " + folder + ", too");
    }
    return Optional.of(new FarCluster(team, there, folder));
  }

  private static String own(Host host) {
    return host.nodes().getFirst().application().map(a -> a.destination().cluster()).orElse("");
  }

  /** Whether a directory is read with all that lies below it, the new folder included. */
  private static boolean covers(ResolvedSource source, Host host, TreePath folder) {
    return source.repository().equals(host.source().repository())
        && source.declared().path().flatMap(TreePath::clean).filter(folder::isWithin).isPresent()
        && Host.recursed(source);
  }

  private static RefusedException inTheWay(Host host, Destination there, String why) {
    return new RefusedException(
        "The neighbours deliver to %s, but %s itself goes to %s: the team's namespace would be"
                .formatted(there.cluster(), host.described(), own(host))
            + " made in the wrong cluster, and nothing can lie beside it: "
            + why
            + ".",
        "Bind the team in a root or layer that is itself delivered to " + there.cluster() + ".");
  }

  /** The name of the Application that delivers the folder. */
  String application() {
    return TeamBinding.delivery(team);
  }

  /** The paths of a binding's files, with what belongs to the namespace in the folder apart. */
  Map<String, TreePath> apart(Map<String, TreePath> paths) {
    var moved = new LinkedHashMap<>(paths);
    moved.put("Namespace", folder.child("namespace.yaml"));
    moved.put("RoleBinding", folder.child("rbac.yaml"));
    moved.put("ResourceQuota", folder.child("quota.yaml"));
    TreePath beside = moved.getOrDefault("Application", folder);
    boolean together = beside.equals(moved.get("AppProject"));
    moved.put(DELIVERY, together ? beside : beside.parent().child(application() + ".yaml"));
    return moved;
  }

  /** The text of the Application that delivers the folder, in the project of the platform. */
  String delivery(Host host, Neighbours neighbours, String controlPlane) {
    Siblings like = Siblings.of(neighbours.model(), controlPlane);
    // Deleting the binding has to leave the namespace, and with it all that runs there.
    var siblings =
        new Siblings(like.project(), like.namespace(), cluster, List.of(), neighbours.style());
    return new LayerApplication(
            application(),
            host.repository(),
            folder.value(),
            host.branch().name(),
            Optional.empty(),
            true,
            siblings,
            Map.of())
        .text();
  }

  /** What a person is told. */
  String note(Host host) {
    return "The team lives in %s, while %s goes to %s: its namespace and rights lie in %s, and %s"
            .formatted(cluster.cluster(), host.described(), own(host), folder, application())
        + " delivers them there.";
  }
}
