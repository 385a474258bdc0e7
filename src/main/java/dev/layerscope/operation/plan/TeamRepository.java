package dev.layerscope.operation.plan;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Which repository a team's is where nobody says: the one that is called like the team. */
public final class TeamRepository {
  private TeamRepository() {}

  /** The only repository of the workspace that is called like the team. */
  public static Optional<RepoUrl> named(Workspace workspace, String team) {
    return only(
        workspace.repositories().stream()
            .map(Workspace.RepositoryEntry::url)
            .filter(url -> url.shortName().equals(team))
            .toList());
  }

  /** Where one would be made: beside those of other teams, when they all lie beside each other. */
  public static Optional<RepoUrl> toMake(Workspace workspace, String team) {
    return only(
        workspace.repositories().stream()
            .filter(TeamRepository::isTeams)
            .map(entry -> entry.url().beside(team))
            .distinct()
            .toList());
  }

  private static boolean isTeams(Workspace.RepositoryEntry entry) {
    return entry.layer().filter(layer -> layer.startsWith("team")).isPresent()
        || entry.url().text().contains("/teams/");
  }

  private static Optional<RepoUrl> only(List<RepoUrl> urls) {
    return urls.size() == 1 ? Optional.of(urls.getFirst()) : Optional.empty();
  }
}
