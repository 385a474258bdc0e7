package dev.layerscope.workspace;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Given;
import dev.layerscope.argocd.Settings;
import dev.layerscope.hierarchy.ControlPlanes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The control planes of a workspace: one for each root unless roots share one, and those the file
 * lists.
 */
public final class WorkspaceControlPlanes implements ControlPlanes {
  private final Workspace workspace;
  private final Map<String, List<Given>> found;
  private final Map<String, Settings> settings = new ConcurrentHashMap<>();
  private final Set<String> names = new HashSet<>();

  public WorkspaceControlPlanes(Workspace workspace) {
    this(workspace, Map.of());
  }

  private WorkspaceControlPlanes(Workspace workspace, Map<String, List<Given>> found) {
    this.workspace = workspace;
    this.found = Map.copyOf(found);
    names.addAll(workspace.controlPlanes().keySet());
    workspace.roots().forEach(root -> names.add(root.controlPlane()));
  }

  @Override
  public Settings settings(String controlPlane) {
    return settings.computeIfAbsent(
        controlPlane, name -> workspace.settingsOf(name, found.getOrDefault(name, List.of())));
  }

  @Override
  public ControlPlanes knowing(Map<String, List<Given>> more) {
    return new WorkspaceControlPlanes(workspace, more);
  }

  /** A cluster is known by its name, or by the name the inventory gives its server. */
  @Override
  public Optional<String> runningIn(String controlPlane, Destination destination) {
    if (destination.isInCluster() || destination.cluster().isEmpty()) {
      return Optional.of(controlPlane);
    }
    Optional<String> name =
        destination
            .name()
            .or(() ->
                settings(controlPlane).clusters().stream()
                    .filter(cluster ->
                        destination
                            .server()
                            .filter(s -> sameServer(s, cluster.server()))
                            .isPresent())
                    .map(Settings.Cluster::name)
                    .findFirst());
    Optional<Settings.Cluster> listed =
        settings(controlPlane).clusters().stream()
            .filter(c -> name.filter(c.name()::equals).isPresent())
            .findFirst();
    if (listed.filter(c -> sameServer(c.server(), Destination.IN_CLUSTER_SERVER)).isPresent()) {
      return Optional.of(controlPlane);
    }
    return name.filter(names::contains);
  }

  /** Control planes of one workspace that are set alike. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof WorkspaceControlPlanes that) || !workspace.equals(that.workspace)) {
      return false;
    }
    var all = new HashSet<>(names);
    all.addAll(found.keySet());
    all.addAll(that.found.keySet());
    return all.stream().allMatch(name -> settings(name).equals(that.settings(name)));
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  private static boolean sameServer(String a, String b) {
    return strip(a).equals(strip(b));
  }

  private static String strip(String server) {
    return server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
  }
}
