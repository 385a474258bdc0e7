package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.clones.CloneLock;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Several locks, let go of in the opposite order. */
final class Locks implements AutoCloseable {
  private final Deque<CloneLock> held = new ArrayDeque<>();

  private Locks() {}

  /**
   * The journal's lock first, then those of the clones by name: nobody waits in a circle.
   *
   * @param folder of the journal
   */
  static Locks take(Path folder, List<BareClone> clones, Progress progress) throws GitException {
    var locks = new Locks();
    try {
      locks.held.push(
          CloneLock.take(
              folder.resolve("change-sets.lock"), new RepoUrl(folder.toString()), progress));
      var lockFiles = new TreeMap<Path, RepoUrl>(); // one clone may have been opened several times
      clones.stream()
          .filter(BareClone::isManaged)
          .forEach(clone ->
              lockFiles.put(
                  CloneLock.beside(clone.repository().getDirectory().toPath()), clone.url()));
      for (Map.Entry<Path, RepoUrl> file : lockFiles.entrySet()) {
        locks.held.push(CloneLock.take(file.getKey(), file.getValue(), progress));
      }
      return locks;
    } catch (GitException | RuntimeException e) {
      locks.close();
      throw e;
    }
  }

  @Override
  public void close() throws GitException {
    while (!held.isEmpty()) {
      held.pop().close();
    }
  }
}
