package dev.layerscope.edit;

import java.util.List;

/**
 * Commits that are made together or not at all, one per repository and branch.
 *
 * @param title what this step does; the plan's own title where there is only one
 * @param release what a person has to see before this step may be pushed; empty for the first
 */
public record Step(String title, String release, List<BranchChange> branches) {
  public Step {
    branches = List.copyOf(branches);
  }

  /** The only step, or the first. */
  public static Step of(String title, List<BranchChange> branches) {
    return new Step(title, "", branches);
  }
}
