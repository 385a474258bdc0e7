package dev.layerscope.git;

import java.util.Optional;

/**
 * A branch or tag of a remote that is not where it was when it was last asked.
 *
 * @param ref the remote's name for it, in full: {@code refs/heads/dev}
 * @param from the commit it was at; empty for a new one
 * @param to the commit it is at; empty when the remote has it no longer
 * @param how whether what was there is still part of it
 */
public record RefMove(String ref, Optional<String> from, Optional<String> to, How how) {
  /** What happened to it. */
  public enum How {
    NEW,
    FORWARD,
    /** Commits that were there are gone: somebody pushed by force. */
    FORCED,
    GONE
  }

  /** What people call it: {@code dev}. */
  public String name() {
    return ref.replaceFirst("^refs/(heads|tags)/", "");
  }
}
