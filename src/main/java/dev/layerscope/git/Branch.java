package dev.layerscope.git;

import java.time.Instant;
import java.util.Optional;

/**
 * A branch as the program reads it: as last fetched, unless commits of ours wait in the local
 * branch.
 *
 * @param name {@code dev}, without {@code refs/heads/}
 * @param commit the commit that is read
 * @param from which of the two refs that is
 * @param ahead commits of ours that the remote has not
 * @param behind commits of the remote that the local branch has not; with {@code ahead} above 0:
 *     diverged
 * @param fetchedAt when the remote was last asked; empty without a remote
 */
public record Branch(
    String name, String commit, From from, int ahead, int behind, Optional<Instant> fetchedAt) {
  /** Which ref was read. */
  public enum From {
    /** {@code refs/remotes/origin/NAME}. */
    REMOTE,
    /** {@code refs/heads/NAME}. */
    LOCAL;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Both sides have commits the other lacks: edits are refused until planned again. */
  public boolean diverged() {
    return ahead > 0 && behind > 0;
  }
}
