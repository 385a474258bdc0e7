package dev.layerscope.render;

import dev.layerscope.git.Reads;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was read of one repository, at which commit, and where else the same would be read. */
final class Ground {
  /** A handful of environments, and the commits of a working day. */
  private static final int MOST_KNOWN = 32;

  private final String commit;
  private final String tree;
  private final RepoUrl repository;
  private final Reads reads;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  Ground(Snapshot snapshot) {
    this(snapshot.url(), snapshot.commit(), snapshot.tree(), new Reads());
  }

  /** What was read by another program. */
  Ground(RepoUrl repository, String commit, String tree, Reads reads) {
    this.repository = repository;
    this.commit = commit;
    this.tree = tree;
    this.reads = reads;
  }

  String tree() {
    return tree;
  }

  Reads reads() {
    return reads;
  }

  String commit() {
    return commit;
  }

  /** The commit it was read at, as a place in the repository of another snapshot. */
  Footing.Place place(Snapshot now) {
    return new Footing.Place(now.url().text(), commit);
  }

  /** Whether something of a repository at a place was read here. */
  boolean touches(RepoUrl url, TreePath place) {
    return repository.sameRepositoryAs(url) && reads.touch(place);
  }

  /** Whether the same reads give the same there; asked of one tree, it is looked at once. */
  boolean holdsIn(Snapshot now) {
    if (now.tree().equals(tree)) {
      return true;
    }
    Boolean before = known.get(now.tree());
    if (before != null) {
      return before;
    }
    boolean holds = reads.holdIn(now);
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    known.put(now.tree(), holds);
    return holds;
  }
}
