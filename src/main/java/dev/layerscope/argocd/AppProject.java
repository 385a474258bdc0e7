package dev.layerscope.argocd;

import dev.layerscope.manifest.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Applications of a project may do (specification §8). {@link ProjectRules} answers.
 *
 * @param namespace as declared; empty when absent
 * @param sourceRepos patterns of addresses; {@code !} negates
 * @param clusterWhitelist,clusterBlacklist of cluster-scoped kinds; nothing listed is allowed
 * @param namespaceWhitelist of namespaced kinds; absent allows all, an empty list none
 * @param sourceNamespaces where its Applications may live besides the control plane's namespace
 * @param onlyScopedClusters only clusters that belong to the project
 * @param manifest what it was read from; empty for the one that Argo CD makes itself
 */
public record AppProject(
    String name,
    String namespace,
    String description,
    List<String> sourceRepos,
    List<Destination> destinations,
    List<Kind> clusterWhitelist,
    List<Kind> clusterBlacklist,
    Optional<List<Kind>> namespaceWhitelist,
    List<Kind> namespaceBlacklist,
    List<String> sourceNamespaces,
    boolean onlyScopedClusters,
    List<ServiceAccount> serviceAccounts,
    List<Role> roles,
    Optional<Manifest> manifest) {
  /** What Argo CD makes when nobody declares a project called {@code default}: all is allowed. */
  public static final AppProject DEFAULT =
      new AppProject(
          "default",
          "",
          "",
          List.of("*"),
          List.of(new Destination("*", "", "*")),
          List.of(new Kind("*", "*", "")),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          false,
          List.of(),
          List.of(),
          Optional.empty());

  public AppProject {
    sourceRepos = List.copyOf(sourceRepos);
    destinations = List.copyOf(destinations);
    clusterWhitelist = List.copyOf(clusterWhitelist);
    clusterBlacklist = List.copyOf(clusterBlacklist);
    namespaceWhitelist = namespaceWhitelist.map(List::copyOf);
    namespaceBlacklist = List.copyOf(namespaceBlacklist);
    sourceNamespaces = List.copyOf(sourceNamespaces);
    serviceAccounts = List.copyOf(serviceAccounts);
    roles = List.copyOf(roles);
  }

  /** The labels of its manifest. */
  public Map<String, String> labels() {
    var labels = new HashMap<String, String>();
    manifest
        .flatMap(m -> m.root().mapping("metadata"))
        .flatMap(metadata -> metadata.mapping("labels"))
        .ifPresent(mapping ->
            mapping
                .entries()
                .forEach(entry ->
                    entry.value().asText().ifPresent(text -> labels.put(entry.name(), text))));
    return labels;
  }

  /** This with the rules of another one as well, as Argo CD adds global projects. */
  public AppProject with(AppProject global) {
    return new AppProject(
        name,
        namespace,
        description,
        both(sourceRepos, global.sourceRepos),
        both(destinations, global.destinations),
        both(clusterWhitelist, global.clusterWhitelist),
        both(clusterBlacklist, global.clusterBlacklist),
        namespaceWhitelist.isEmpty() && global.namespaceWhitelist.isEmpty()
            ? Optional.empty()
            : Optional.of(
                both(
                    namespaceWhitelist.orElse(List.of()),
                    global.namespaceWhitelist.orElse(List.of()))),
        both(namespaceBlacklist, global.namespaceBlacklist),
        sourceNamespaces,
        onlyScopedClusters,
        serviceAccounts,
        roles,
        manifest);
  }

  private static <T> List<T> both(List<T> own, List<T> more) {
    return Stream.concat(own.stream(), more.stream()).toList();
  }

  /** Patterns of a cluster and a namespace; empty when absent. */
  public record Destination(String server, String name, String namespace) {}

  /** Patterns of a group, a kind, and for cluster-scoped kinds of a name; that may be empty. */
  public record Kind(String group, String kind, String name) {}

  /** The account Argo CD acts as in some destinations. */
  public record ServiceAccount(String server, String namespace, String account) {}

  /** Who may do what with the project's Applications. */
  public record Role(String name, List<String> policies, List<String> groups) {
    public Role {
      policies = List.copyOf(policies);
      groups = List.copyOf(groups);
    }
  }
}
