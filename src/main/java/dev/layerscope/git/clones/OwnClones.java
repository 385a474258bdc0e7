package dev.layerscope.git.clones;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.read.Opening;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/** Clones that somebody has made for themselves: objects and refs are read, nothing is written. */
public final class OwnClones {
  private OwnClones() {}

  static Clone open(RepoUrl url, Path path, Optional<String> defaultBranch) throws GitException {
    Optional<Path> folder = Opening.gitFolder(path);
    if (folder.isEmpty()) {
      throw new GitException(
          GitException.Kind.NOT_FOUND, "There is no git repository in " + path + ".");
    }
    Repository repository = Opening.open(folder.get());
    return new BareClone(
        url,
        repository,
        defaultBranch,
        CloneFolders.remoteName(repository, url),
        false,
        Clones.fetchedAt(repository));
  }

  /** Whether a folder is a clone of somebody's, with a work tree or bare. */
  public static boolean isRepository(Path folder) {
    try {
      return Opening.gitFolder(folder).isPresent();
    } catch (GitException unreadable) {
      return false;
    }
  }

  /**
   * Where a clone of somebody's was cloned from: its {@code origin}, else its only remote.
   *
   * @throws GitException when it cannot be opened
   */
  public static Optional<RepoUrl> addressOf(Path clone) throws GitException {
    Optional<Path> folder = Opening.gitFolder(clone);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try (Repository repository = Opening.open(folder.get())) {
      return CloneFolders.remoteName(repository, new RepoUrl(clone.toString()))
          .map(name -> Clones.remote(repository, name).withoutSecret().text())
          .filter(text -> !text.isBlank())
          .map(RepoUrl::new);
    }
  }
}
