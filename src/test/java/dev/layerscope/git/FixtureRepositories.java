package dev.layerscope.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The repositories a test knows, found by any spelling of their address. */
final class FixtureRepositories implements Repositories {
  private final Map<RepoUrl, Access> accesses = new LinkedHashMap<>();

  FixtureRepositories(List<GitFixture> fixtures) {
    for (GitFixture fixture : fixtures) {
      accesses.put(fixture.url(), new Access.Available(fixture.url(), fixture.clone()));
    }
  }

  @Override
  public Access at(RepoUrl url) {
    return accesses.entrySet().stream()
        .filter(access -> access.getKey().sameRepositoryAs(url))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new Access.Unknown(url));
  }

  @Override
  public List<Access> all() {
    return List.copyOf(accesses.values());
  }

  static Map<String, DirCacheEntry> entries(Repository repository, ObjectId commit) {
    var entries = new TreeMap<String, DirCacheEntry>();
    try (var revisions = new RevWalk(repository);
        var walk = new TreeWalk(repository)) {
      walk.addTree(revisions.parseCommit(commit).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        var entry = new DirCacheEntry(walk.getPathString());
        entry.setFileMode(walk.getFileMode(0));
        entry.setObjectId(walk.getObjectId(0));
        entries.put(walk.getPathString(), entry);
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void link(Repository repository, String ref, String target) {
    try {
      RefUpdate update = repository.updateRef(ref);
      update.disableRefLog();
      update.link(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
