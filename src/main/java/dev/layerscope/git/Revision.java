package dev.layerscope.git;

import org.jspecify.annotations.Nullable;

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

  /** Asked of every source of an estate, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof Revision that
            && commit.equals(that.commit)
            && asked.equals(that.asked)
            && ref.equals(that.ref);
  }

  @Override
  public int hashCode() {
    return 31 * commit.hashCode() + asked.hashCode();
  }
}
