package dev.layerscope.hierarchy;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which commit of a repository a node is read at: while the answer is the same, so is everything
 * that is read there.
 */
record Asked(Question question, RevisionPolicy.Choice choice, Resolution resolution) {

  /**
   * A revision of a repository, as a node asks for it.
   *
   * @param declared the revision as written
   */
  record Question(RepoUrl url, Optional<String> declared, String tagPrefix) {
    /** Asked for every node of an estate, so without what a record does by itself. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other == this
          || other instanceof Question that
              && declared.equals(that.declared)
              && url.equals(that.url)
              && tagPrefix.equals(that.tagPrefix);
    }

    @Override
    public int hashCode() {
      return 31 * url.hashCode() + declared.hashCode();
    }
  }
}
