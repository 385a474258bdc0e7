package dev.layerscope.git.read;

import dev.layerscope.git.GitException;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A clone on disk that is collected when we say so. The library would begin a collection in the
 * background after every fetch, beside us and without our lock: in a folder that is about to get
 * its place, or to go.
 */
public final class ManagedRepository extends FileRepository {
  public ManagedRepository(Path folder) throws IOException {
    super(new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().setup());
  }

  /**
   * @param folder has to be there
   */
  static ManagedRepository existing(Path folder) throws IOException {
    var repository = new ManagedRepository(folder);
    if (!repository.getObjectDatabase().exists()) {
      repository.close();
      throw new org.eclipse.jgit.errors.RepositoryNotFoundException(folder.toFile());
    }
    return repository;
  }

  @Override
  public void autoGC(ProgressMonitor monitor) {
    // when there is something new, and by whoever holds the lock
  }

  /**
   * Puts many packs and loose objects into one, when git would ({@code gc.auto}, {@code
   * gc.autoPackLimit}). The caller holds the lock of the clone.
   *
   * @throws GitException of kind {@code DISK}; the clone is as good as before
   */
  @SuppressWarnings("FutureReturnValueIgnored")
  public void collect() throws GitException {
    try {
      var gc = new GC(this);
      gc.setAuto(true);
      // At once, as git does: whoever still reads an old pack looks again for what was in it. The
      // library's hour would leave a clone that is fetched every minute with all of its packs.
      gc.setPackExpireAgeMillis(0);
      gc.gc(); // on this thread: when it returns it is done
    } catch (IOException | ParseException | GitAPIException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot tidy up " + getDirectory() + ": " + e.getMessage(), e);
    }
  }
}
