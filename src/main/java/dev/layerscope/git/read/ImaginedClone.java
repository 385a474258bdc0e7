package dev.layerscope.git.read;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.config.GitSettings;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;

/** Clones of repositories that do not exist yet. */
public final class ImaginedClone {
  private ImaginedClone() {}

  /**
   * The clone of a repository that is only planned: empty, in memory, never written. Commits can be
   * planned in it and read; {@link Clones#create} makes the real one.
   */
  public static Clone of(RepoUrl url, Optional<String> defaultBranch) {
    GitSettings.install();
    var repository = new InMemoryRepository(new DfsRepositoryDescription(url.shortName()));
    return new BareClone(
        url, repository, defaultBranch, Optional.of(Refs.ORIGIN), true, Optional::<Instant>empty);
  }
}
