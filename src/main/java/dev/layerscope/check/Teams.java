package dev.layerscope.check;

import dev.layerscope.argocd.Application;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which Applications bind a team: one repository, one Application, one namespace. A team is known
 * by the layer {@code team} of its repository, or by a project of the Application's own name for a
 * repository that nobody else reads.
 */
final class Teams {
  private final Map<String, HierarchyNode> projects = new HashMap<>();

  private final Map<String, Set<NodeId>> readers = new HashMap<>();
  private final Map<RepoUrl, String> identities = new HashMap<>();
  private final Set<String> keepsProjects = new HashSet<>();

  private Teams(Estate estate) {
    for (HierarchyNode node : estate.hierarchy().nodes()) {
      if (node.kind() == NodeKind.APP_PROJECT && node.dormant().isEmpty()) {
        keepsProjects.add(node.id().controlPlane());
        projects.put(key(node.id().controlPlane(), node.name()), node);
      }
    }
    for (HierarchyNode node : estate.applications()) {
      if (keepsProjects.contains(node.id().controlPlane())) {
        readers.computeIfAbsent(repository(node), unused -> new HashSet<>()).add(node.id());
      }
    }
  }

  static Teams of(Estate estate) {
    return new Teams(estate);
  }

  /** Whether a node binds a team's repository. */
  boolean binds(HierarchyNode node) {
    Optional<Application> application = node.application();
    if (application.isEmpty() || application.get().sources().isEmpty()) {
      return false;
    }
    if (!keepsProjects.contains(node.id().controlPlane())) {
      // Where projects are made by other means nobody here can tell what a team may do.
      return false;
    }
    boolean ownProject =
        application.get().project().equals(node.name())
            && projectOf(node).isPresent()
            && readers.getOrDefault(repository(node), Set.of()).size() == 1;
    return ownProject
        || node.layer().equals("team")
        || node.layer().equals("teams")
        || node.layer().startsWith("team-");
  }

  /** The node of a node's project, when it is in the hierarchy. */
  Optional<HierarchyNode> projectOf(HierarchyNode node) {
    return node.application()
        .flatMap(
            a -> Optional.ofNullable(projects.get(key(node.id().controlPlane(), a.project()))));
  }

  private String repository(HierarchyNode node) {
    String url =
        Estate.application(node).sources().stream()
            .findFirst()
            .map(source -> identities.computeIfAbsent(source.repoURL(), RepoUrl::identity))
            .orElse("");
    return key(node.id().controlPlane(), url);
  }

  private static String key(String controlPlane, String name) {
    return controlPlane + "\n" + name;
  }
}
