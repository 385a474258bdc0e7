package dev.layerscope.edit;

import dev.layerscope.git.ChangeSet;
import dev.layerscope.git.PlannedCommit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plan with everything a person wants to see before saying yes. Nothing is written yet, but the
 * commits have the ids they will have.
 *
 * @param previews one for each environment, in promotion order
 * @param message of every commit, unless another is given
 * @param commits in the order of {@link Plan#branches}
 * @param workspace what becomes of the workspace file, when the plan adds to it
 * @param at when it was planned: the time the commits carry
 */
public record PlannedEdit(
    Plan plan,
    List<Preview> previews,
    String message,
    List<PlannedCommit> commits,
    Instant at,
    Optional<ChangeSet.FileMove> workspace) {
  public PlannedEdit {
    previews = List.copyOf(previews);
    commits = List.copyOf(commits);
  }

  /** New errors of all environments: they keep the plan from being committed unless overridden. */
  public List<Preview.Seen> newErrors() {
    return previews.stream().flatMap(p -> p.newErrors().stream()).toList();
  }
}
