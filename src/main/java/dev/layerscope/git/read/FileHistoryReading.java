package dev.layerscope.git.read;

import dev.layerscope.git.Commit;
import dev.layerscope.git.FileHistory;
import dev.layerscope.git.TreePath;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Reads who wrote a file from the commits of a repository. */
final class FileHistoryReading {
  private final Repository repository;
  private final Progress progress;

  FileHistoryReading(Repository repository, Progress progress) {
    this.repository = repository;
    this.progress = progress;
  }

  FileHistory of(String commit, TreePath path, int limit) {
    try (var walk = new RevWalk(repository)) {
      ObjectId id = ObjectId.fromString(commit);
      if (path.isRoot() || !repository.getObjectDatabase().has(id)) {
        return FileHistory.NONE;
      }
      RevCommit at = walk.parseCommit(id);
      TreeWalk file = TreeWalk.forPath(repository, path.value(), at.getTree());
      if (file == null) {
        return FileHistory.NONE;
      }
      boolean folder = file.isSubtree();
      file.close();
      List<FileHistory.Written> lines = folder ? List.of() : lines(at, path);
      walk.setTreeFilter(
          AndTreeFilter.create(PathFilter.create(path.value()), TreeFilter.ANY_DIFF));
      walk.markStart(at);
      var commits = new ArrayList<Commit>();
      boolean more = false;
      for (RevCommit one : walk) {
        progress.stopIfCancelled();
        if (commits.size() == limit) {
          more = true;
          break;
        }
        commits.add(HistoryReading.read(one));
      }
      return new FileHistory(commits, more, LastFetch.isShallow(repository), lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the history of " + path.value(), e);
    }
  }

  private List<FileHistory.Written> lines(RevCommit at, TreePath path) throws IOException {
    var written = new ArrayList<FileHistory.Written>();
    try (var blame = new BlameGenerator(repository, path.value())) {
      blame.push(null, at);
      while (blame.next()) {
        progress.stopIfCancelled();
        RevCommit by = blame.getSourceCommit();
        written.add(
            new FileHistory.Written(blame.getResultStart() + 1, blame.getResultEnd(), whole(by)));
      }
    }
    written.sort(Comparator.comparingInt(FileHistory.Written::first));
    return joined(written);
  }

  /** The one who blames reads no messages. */
  private Commit whole(RevCommit commit) throws IOException {
    try (var walk = new RevWalk(repository)) {
      return HistoryReading.read(walk.parseCommit(commit));
    }
  }

  private static List<FileHistory.Written> joined(List<FileHistory.Written> written) {
    var joined = new ArrayList<FileHistory.Written>();
    for (FileHistory.Written next : written) {
      FileHistory.Written before = joined.isEmpty() ? null : joined.getLast();
      if (before != null && before.commit().id().equals(next.commit().id())) {
        joined.set(
            joined.size() - 1, new FileHistory.Written(before.first(), next.last(), next.commit()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
