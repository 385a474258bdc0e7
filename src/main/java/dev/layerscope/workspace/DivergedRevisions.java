package dev.layerscope.workspace;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.RevisionPolicy;
import dev.layerscope.hierarchy.Root;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * An estate as it was when two sides parted: what each reads for itself at the commit both have in
 * common. What is pinned stays; what has no common ancestor is read as the other policy says.
 */
public final class DivergedRevisions implements Replaced {
  private final RevisionPolicy otherwise;
  private final Workspace workspace;
  private final Repositories repositories;
  private final BiFunction<Clone, Optional<String>, Optional<String>> bases;

  /**
   * @param bases of a repository and a revision that the other policy reads it at, the commit that
   *     this one and the other side have in common
   */
  public DivergedRevisions(
      RevisionPolicy otherwise,
      Workspace workspace,
      Repositories repositories,
      BiFunction<Clone, Optional<String>, Optional<String>> bases) {
    this.otherwise = otherwise;
    this.workspace = workspace;
    this.repositories = repositories;
    this.bases = bases;
  }

  @Override
  public RootRead rootFile(Root root, RepoUrl repository, Optional<String> declared) {
    RootRead usual = otherwise.rootFile(root, repository, declared);
    return usual instanceof RootRead.At(Optional<String> revision)
        ? instead(repository, revision)
            .<RootRead>map(commit -> new RootRead.At(Optional.of(commit)))
            .orElse(usual)
        : usual;
  }

  @Override
  public RevisionPolicy otherwise() {
    return otherwise;
  }

  @Override
  public Optional<String> instead(RepoUrl repository, Optional<String> revision) {
    return floats(repository, revision.orElse("").strip())
            && repositories.at(repository)
                instanceof Repositories.Access.Available(RepoUrl ignored, Clone clone)
        ? bases.apply(clone, revision.filter(text -> !text.isBlank()))
        : Optional.empty();
  }

  /** A branch moves on; a tag, a commit or a version does not. */
  private boolean floats(RepoUrl repository, String revision) {
    return revision.isEmpty()
        || revision.equals("HEAD")
        || workspace.environments().stream()
            .anyMatch(e -> e.branchOf(repository).equals(Optional.of(revision)))
        || repositories.at(repository)
                instanceof Repositories.Access.Available(RepoUrl ignored, Clone clone)
            && clone.branches().contains(revision);
  }
}
