package dev.layerscope.edit;

import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.git.commit.PlannedCommit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plan with everything a person wants to see before saying yes. Nothing is written yet, but the
 * commits have the ids they will have.
 *
 * @param previews one for each environment, in promotion order: everything against what there is
 * @param steps what each step does by itself, where there are several
 * @param message of every commit, unless another is given
 * @param commits in the order of {@link Plan#branches}
 * @param workspace what becomes of the workspace file, when the plan adds to it
 * @param at when it was planned: the time the commits carry
 */
public record PlannedEdit(
    Plan plan,
    List<Preview> previews,
    List<StepPreview> steps,
    String message,
    List<PlannedCommit> commits,
    Instant at,
    Optional<ChangeSet.FileMove> workspace) {
  public PlannedEdit {
    previews = List.copyOf(previews);
    steps = List.copyOf(steps);
    commits = List.copyOf(commits);
  }

  /**
   * One step against the one before it: between two steps the estate is as this says, until
   * somebody releases the next.
   *
   * @param previews one for each environment
   */
  public record StepPreview(String title, List<Preview> previews) {
    public StepPreview {
      previews = List.copyOf(previews);
    }
  }

  /**
   * New errors of all environments, those that only stand between two steps among them: they keep
   * the plan from being committed unless overridden.
   */
  public List<Preview.Seen> newErrors() {
    return Stream.concat(
            previews.stream(), steps.stream().flatMap(step -> step.previews().stream()))
        .flatMap(p -> p.newErrors().stream())
        .distinct()
        .toList();
  }
}
