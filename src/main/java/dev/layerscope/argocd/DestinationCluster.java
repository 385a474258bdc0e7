package dev.layerscope.argocd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cluster a destination names, or what Argo CD says instead (specification §1.5). */
public sealed interface DestinationCluster {
  /**
   * A cluster.
   *
   * @param server,name empty when not known
   * @param complete whether an empty one is really empty, because the inventory lists the cluster
   */
  record Known(String server, String name, boolean complete) implements DestinationCluster {}

  /** Argo CD refuses the Application; or it would, if the inventory were all there is. */
  record Refused(String message) implements DestinationCluster {}

  /**
   * Looks a destination up.
   *
   * @param settings with the inventory
   */
  static DestinationCluster of(Destination destination, Settings settings) {
    Optional<String> server =
        destination.server().filter(s -> !s.isEmpty()).map(DestinationCluster::stripped);
    Optional<String> name = destination.name().filter(n -> !n.isEmpty());
    if (server.isPresent() && name.isPresent()) {
      return new Refused(
          "application destination can't have both name and server defined: "
              + name.get()
              + " "
              + destination.server().orElse(""));
    }
    if (server.isEmpty() && name.isEmpty()) {
      return new Refused("Destination server missing from app spec");
    }
    return server
        .map(s -> byServer(s, settings))
        .orElseGet(() -> byName(name.orElseThrow(), settings));
  }

  /** An address that nobody lists may still be known to Argo CD. */
  private static DestinationCluster byServer(String server, Settings settings) {
    return all(settings).stream()
        .filter(c -> stripped(c.server()).equals(server))
        .findFirst()
        .map(c -> new Known(server, c.name(), true))
        .orElseGet(() -> new Known(server, "", false));
  }

  private static DestinationCluster byName(String name, Settings settings) {
    List<String> servers =
        all(settings).stream()
            .filter(c -> c.name().equals(name))
            .map(Settings.Cluster::server)
            .toList();
    return switch (servers.size()) {
      case 0 -> new Refused("there are no clusters with this name: " + name);
      case 1 -> new Known(stripped(servers.getFirst()), name, true);
      default ->
          new Refused(
              "there are %d clusters with the same name: [%s]"
                  .formatted(servers.size(), String.join(" ", servers)));
    };
  }

  /** The inventory, and Argo CD's own cluster unless it is listed or switched off. */
  private static List<Settings.Cluster> all(Settings settings) {
    var all = new ArrayList<>(settings.clusters());
    boolean listed =
        all.stream().anyMatch(c -> stripped(c.server()).equals(Destination.IN_CLUSTER_SERVER));
    if (!listed && settings.inCluster()) {
      all.add(
          new Settings.Cluster(
              Destination.IN_CLUSTER_NAME,
              Destination.IN_CLUSTER_SERVER,
              java.util.Map.of(),
              java.util.Map.of()));
    }
    return all;
  }

  private static String stripped(String server) {
    String stripped = server;
    while (stripped.endsWith("/")) {
      stripped = stripped.substring(0, stripped.length() - 1);
    }
    return stripped;
  }
}
