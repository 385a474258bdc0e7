package dev.layerscope.hierarchy;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import java.util.Optional;

/**
 * Which commit of a repository a node is read at: while the answer is the same, so is everything
 * that is read there.
 *
 * @param declared the revision as written
 */
record Asked(
    RepoUrl url,
    Optional<String> declared,
    String tagPrefix,
    RevisionPolicy.Choice choice,
    Resolution resolution) {

  /**
   * Asks. Empty where the answer leans on more than commits: a repository that is not here, a
   * revision that names nothing, a commit that is missing.
   */
  static Optional<Asked> of(
      Resolver.Input input, Bud bud, RepoUrl url, Optional<String> declared, String tagPrefix) {
    if (!(input.repositories().at(url) instanceof Access.Available available)) {
      return Optional.empty();
    }
    RevisionPolicy.Choice choice = Resolver.choice(input, bud, url, declared);
    Resolution resolution = available.repository().resolve(choice.revision(), tagPrefix);
    return isHere(available.repository(), resolution)
        ? Optional.of(new Asked(url, declared, tagPrefix, choice, resolution))
        : Optional.empty();
  }

  private static boolean isHere(Clone clone, Resolution resolution) {
    return switch (resolution) {
      case Resolution.Resolved(var revision) -> clone.snapshot(revision.commit()).isPresent();
      case Resolution.Ambiguous(var branch, var tag) -> clone.snapshot(branch.commit()).isPresent();
      case Resolution.Unresolved ignored -> false;
    };
  }

  /** Whether asked anew, for this node, the answer is the same. */
  boolean still(Resolver.Input input, Bud bud) {
    return of(input, bud, url, declared, tagPrefix).filter(this::equals).isPresent();
  }
}
