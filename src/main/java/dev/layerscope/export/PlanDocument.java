package dev.layerscope.export;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.git.ChangeSet;
import dev.layerscope.git.PlannedCommit;
import java.util.List;

/**
 * What a command that edits tells: what it would do, and once it was done, as which commits.
 *
 * @param written one for each step; empty while nothing is written
 * @param commits those written, in the order of the plan's branches
 */
public record PlanDocument(PlannedEdit edit, List<ChangeSet> written, List<PlannedCommit> commits) {
  public PlanDocument {
    written = List.copyOf(written);
    commits = List.copyOf(commits);
  }

  /** Only a plan. */
  public static PlanDocument planned(PlannedEdit edit) {
    return new PlanDocument(edit, List.of(), List.of());
  }

  /** A plan that was committed. */
  public static PlanDocument committed(
      PlannedEdit edit, List<ChangeSet> sets, List<PlannedCommit> commits) {
    return new PlanDocument(edit, sets, commits);
  }
}
