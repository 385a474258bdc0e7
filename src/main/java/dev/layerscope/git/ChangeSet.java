package dev.layerscope.git;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Commits that were made together, over repositories and branches: the unit of undo. Kept as a
 * small file beside the clones, which is the journal while it is being made.
 *
 * @param id sorts by time
 * @param title what it was about, one line
 * @param at when it was made
 * @param moves the branches that were moved, in the order they were
 */
public record ChangeSet(String id, String title, Instant at, State state, List<Move> moves) {
  /** How far it got. */
  public enum State {
    /**
     * All objects are written; the branches are being moved. Only seen when a program died in the
     * middle.
     */
    DECIDED,
    /** Every branch was moved. */
    DONE,
    /** It was undone. */
    UNDONE,
    /** Somebody else moved a branch in the middle; what had been moved was moved back. */
    FAILED
  }

  /**
   * One branch that was moved.
   *
   * @param folder the clone on this machine; empty when it is in memory
   * @param base the commit the branch was read at before; empty when there was no such branch
   * @param before where {@code refs/heads/BRANCH} was; empty when it was made
   * @param after where it is now; empty when it was removed
   */
  public record Move(
      RepoUrl repository,
      Optional<Path> folder,
      String branch,
      Optional<String> base,
      Optional<String> before,
      Optional<String> after) {
    Move reversed() {
      return new Move(repository, folder, branch, after, after, before);
    }
  }

  public ChangeSet {
    moves = List.copyOf(moves);
  }

  ChangeSet in(State next) {
    return new ChangeSet(id, title, at, next, moves);
  }
}
