package dev.layerscope.ui.edit;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.plan.TeamRepository;
import dev.layerscope.workspace.Workspace;
import java.util.Map;
import java.util.Optional;

/** A team's repository, which follows the team's name until somebody says another. */
final class SuggestedRepository {
  /** What was filled in; empty for nothing. */
  private String filled = "";

  /** After a field has another value, the repository has perhaps. */
  void after(String key, Optional<Workspace> workspace, Map<String, String> values) {
    boolean decides = key.equals("name") || key.equals("create");
    if (!decides || !values.getOrDefault("repository", "").equals(filled)) {
      return;
    }
    String team = values.getOrDefault("name", "").strip();
    boolean make = values.getOrDefault("create", "").equals("true");
    filled =
        workspace
            .filter(ignored -> !team.isEmpty())
            .flatMap(known -> of(known, team, make))
            .map(RepoUrl::display)
            .orElse("");
    values.put("repository", filled);
  }

  private static Optional<RepoUrl> of(Workspace known, String team, boolean make) {
    Optional<RepoUrl> named = TeamRepository.named(known, team);
    return make ? named.or(() -> TeamRepository.toMake(known, team)) : named;
  }
}
