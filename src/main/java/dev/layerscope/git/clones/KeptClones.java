package dev.layerscope.git.clones;

import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.read.LastFetch;
import dev.layerscope.git.read.Opening;
import dev.layerscope.git.read.Refs;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** The managed clones of a folder as things that take room, whoever they were made for. */
public final class KeptClones {
  private final CloneFolders folders;

  /**
   * @param folder where the clones lie
   */
  public KeptClones(Path folder) {
    this.folders = new CloneFolders(folder.toAbsolutePath());
  }

  /**
   * Every managed clone, whichever workspace it was made for; of one that cannot be opened only its
   * size is known.
   */
  public List<KeptClone> all() throws GitException {
    GitSettings.install();
    var all = new ArrayList<KeptClone>();
    for (Path folder : folders.all()) {
      try (Repository repository = Opening.open(folder)) {
        var refs = new Refs(repository, Optional.of(Refs.ORIGIN));
        boolean unpushed =
            refs.names(Constants.R_HEADS).stream()
                .flatMap(branch -> refs.commit(Refs.local(branch)).stream())
                .anyMatch(tip -> refs.countUnpublished(tip) > 0);
        all.add(
            new KeptClone(
                folder,
                Clones.remote(repository, Refs.ORIGIN).withoutSecret().text(),
                folders.size(folder),
                LastFetch.at(LastFetch.file(repository)),
                unpushed));
      } catch (GitException damaged) {
        all.add(new KeptClone(folder, "", folders.size(folder), Optional.empty(), false));
      }
    }
    return all;
  }

  /**
   * Takes a managed clone off the disk. Whoever needs it again clones it again.
   *
   * @throws GitException of kind {@code REFUSED} when it holds commits that are nowhere else
   */
  public void remove(KeptClone clone, Progress progress) throws GitException {
    if (clone.unpushed()) {
      throw new GitException(
          GitException.Kind.REFUSED,
          clone.name() + " holds commits that were never pushed. Push or undo them first.");
    }
    RepoUrl shown = new RepoUrl(clone.remote());
    try (CloneLock lock = CloneLock.take(CloneLock.beside(clone.folder()), shown, progress)) {
      folders.discard(clone.folder());
    }
  }

  /** How many bytes the managed clone of a repository takes; 0 when there is none. */
  public long sizeOf(RepoUrl url) {
    return folders.size(folders.of(url));
  }
}
