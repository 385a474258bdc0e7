package dev.layerscope.export;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.git.commit.PlannedCommit;
import java.util.List;

/**
 * What a command that edits tells: what it would do, and once it was done, as which commits.
 *
 * @param written one for each step; empty while nothing is written
 * @param meets where it meets plans that were written down earlier
 * @param commits those written, in the order of the plan's branches
 */
public record PlanDocument(
    PlannedEdit edit, List<Meets> meets, List<ChangeSet> written, List<PlannedCommit> commits) {
  public PlanDocument {
    meets = List.copyOf(meets);
    written = List.copyOf(written);
    commits = List.copyOf(commits);
  }

  /**
   * A place where both plans change the same lines, or one takes away what the other changes.
   *
   * @param title of the other plan
   * @param place as {@code deps/x.yaml of east on dev}
   */
  public record Meets(String title, String place) {}

  /** Only a plan. */
  public static PlanDocument planned(PlannedEdit edit, List<Meets> meets) {
    return new PlanDocument(edit, meets, List.of(), List.of());
  }

  /** A plan that was committed. */
  public static PlanDocument committed(
      PlannedEdit edit, List<Meets> meets, List<ChangeSet> sets, List<PlannedCommit> commits) {
    return new PlanDocument(edit, meets, sets, commits);
  }
}
