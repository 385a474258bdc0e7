package dev.layerscope.workspace;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.RevisionPolicy;
import dev.layerscope.hierarchy.Root;
import java.util.Map;
import java.util.Optional;

/**
 * Another policy, with some repositories read at refs that beat it: every repository that has a
 * ref, or single ones.
 */
public final class RefRevisions implements Replaced {
  private final RevisionPolicy otherwise;
  private final Repositories repositories;
  private final Optional<String> everywhere;
  private final Map<RepoUrl, String> overrides;

  /**
   * @param everywhere a ref for every repository that has it
   * @param overrides a ref for single repositories, whether they have it or not
   */
  public RefRevisions(
      RevisionPolicy otherwise,
      Repositories repositories,
      Optional<String> everywhere,
      Map<RepoUrl, String> overrides) {
    this.otherwise = otherwise;
    this.repositories = repositories;
    this.everywhere = everywhere;
    this.overrides = Map.copyOf(overrides);
  }

  @Override
  public RootRead rootFile(Root root, RepoUrl repository, Optional<String> declared) {
    RootRead usual = otherwise.rootFile(root, repository, declared);
    Optional<String> ref = instead(repository, declared);
    return usual instanceof RootRead.NotHere || ref.isEmpty() ? usual : new RootRead.At(ref);
  }

  @Override
  public RevisionPolicy otherwise() {
    return otherwise;
  }

  @Override
  public Optional<String> instead(RepoUrl repository, Optional<String> usual) {
    for (var override : overrides.entrySet()) {
      if (override.getKey().sameRepositoryAs(repository)) {
        return Optional.of(override.getValue());
      }
    }
    return everywhere.filter(ref -> has(repository, ref));
  }

  private boolean has(RepoUrl repository, String ref) {
    return repositories.at(repository)
            instanceof Repositories.Access.Available(RepoUrl ignored, Clone clone)
        && clone.has(ref);
  }
}
