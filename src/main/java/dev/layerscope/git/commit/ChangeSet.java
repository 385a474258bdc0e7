package dev.layerscope.git.commit;

import dev.layerscope.git.RepoUrl;
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
 * @param files files outside of git that changed with them
 * @param part which step of a longer way this is; empty for a change that is all in itself
 */
public record ChangeSet(
    String id,
    String title,
    Instant at,
    State state,
    List<Move> moves,
    List<FileMove> files,
    Optional<Part> part) {
  /** Only branches, all at once. */
  public ChangeSet(String id, String title, Instant at, State state, List<Move> moves) {
    this(id, title, at, state, moves, List.of(), Optional.empty());
  }

  /**
   * One step of several that are released one after another.
   *
   * @param way what the steps of one way have in common
   * @param number counted from 1
   * @param of how many there are
   * @param release what a person has to confirm before this one is pushed; empty for the first
   */
  public record Part(String way, int number, int of, String release) {}

  /**
   * A file outside of git, such as the workspace file.
   *
   * @param before the whole text; empty when it was not there
   * @param after the whole text; empty when it goes
   */
  public record FileMove(Path path, Optional<String> before, Optional<String> after) {
    FileMove reversed() {
      return new FileMove(path, after, before);
    }
  }

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
    files = List.copyOf(files);
  }

  ChangeSet in(State next) {
    return new ChangeSet(id, title, at, next, moves, files, part);
  }
}
