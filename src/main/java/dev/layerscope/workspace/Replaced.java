package dev.layerscope.workspace;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.RevisionPolicy;
import dev.layerscope.hierarchy.Root;
import java.util.Optional;

/** Another policy with some of its revisions replaced; how sure they are stays as it was. */
interface Replaced extends RevisionPolicy {
  /** The other policy. */
  RevisionPolicy otherwise();

  /**
   * What is read in place of a revision; empty where it stays.
   *
   * @param usual what the other policy reads; empty means {@code HEAD}
   */
  Optional<String> instead(RepoUrl repository, Optional<String> usual);

  @Override
  default Choice rootSource(Root root, RepoUrl repository, Optional<String> declared) {
    return replace(repository, otherwise().rootSource(root, repository, declared));
  }

  @Override
  default Choice below(RepoUrl repository, Optional<String> declared) {
    return replace(repository, otherwise().below(repository, declared));
  }

  private Choice replace(RepoUrl repository, Choice usual) {
    return instead(repository, usual.revision())
        .map(revision -> new Choice(Optional.of(revision), usual.certainty()))
        .orElse(usual);
  }
}
