package dev.layerscope.edit;

import java.util.List;

/** Commits that are made together or not at all, one per repository and branch. */
public record Step(List<BranchChange> branches) {
  public Step {
    branches = List.copyOf(branches);
  }
}
