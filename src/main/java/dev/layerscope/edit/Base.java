package dev.layerscope.edit;

import java.util.Optional;

/** What the files of a commit are changed from, and its first parent. */
public sealed interface Base {
  /**
   * The tip of the branch.
   *
   * @param commit 40 hex digits; the plan only holds while the branch is there
   */
  record At(String commit) implements Base {}

  /** Nothing: a first commit. */
  record Nothing() implements Base {}

  /** What this plan makes of a branch of the same repository, so far. */
  record After(String branch) implements Base {}

  /** The commit, when it is there already. */
  default Optional<String> known() {
    return this instanceof At(String id) ? Optional.of(id) : Optional.empty();
  }
}
