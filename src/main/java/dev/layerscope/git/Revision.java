package dev.layerscope.git;

/**
 * A commit, and what it was asked by.
 *
 * @param commit 40 hex digits
 * @param asked the target revision as declared, {@code HEAD} when it was absent
 * @param ref what the answer came from: {@code refs/remotes/origin/dev}, {@code refs/tags/v1}, or
 *     the commit itself
 */
public record Revision(String commit, String asked, String ref) {
  /** The first seven digits, as people read them. */
  public String abbreviated() {
    return commit.substring(0, Math.min(7, commit.length()));
  }
}
