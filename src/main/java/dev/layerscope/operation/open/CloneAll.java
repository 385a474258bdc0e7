package dev.layerscope.operation.open;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.work.AtOnce;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has a clone of every repository of a workspace at hand, several being made at once. One that
 * cannot be had does not stop the others.
 */
public final class CloneAll {
  /** More would make a host refuse; fewer would wait for one slow host. */
  static final AtOnce SEVERAL = new AtOnce(6);

  private final Clones clones;

  CloneAll(Path folder) {
    this.clones = new Clones(folder);
  }

  OpenRepositories of(Workspace workspace, Progress progress) {
    List<Workspace.RepositoryEntry> entries = workspace.repositories();
    var done = new AtomicInteger();
    List<Access> all =
        SEVERAL.each(
            entries,
            entry -> {
              progress.stopIfCancelled();
              progress.report(
                  "Opening " + entry.url().shortName(), done.getAndIncrement(), entries.size());
              return open(workspace, entry, progress);
            });
    return new OpenRepositories(workspace, all);
  }

  private Access open(Workspace workspace, Workspace.RepositoryEntry entry, Progress progress) {
    try {
      Clone clone =
          entry.localClone().isPresent()
              ? clones.openLocal(
                  entry.url(),
                  localPath(workspace, entry.localClone().get()),
                  entry.defaultBranch())
              : clones.open(
                  entry.url(),
                  remote(workspace, entry),
                  entry.defaultBranch(),
                  entry.depth(),
                  progress);
      return new Access.Available(entry.url(), clone);
    } catch (GitException e) {
      return new Access.Unavailable(entry.url(), e.kind(), e.getMessage());
    }
  }

  /** Where a repository is fetched from: an address, or the path of a folder. */
  public static String remote(Workspace workspace, Workspace.RepositoryEntry entry) {
    String remote = entry.remote().orElse(entry.url().text());
    boolean isUrl = remote.contains("://") || remote.matches("[^/]+@[^/]+:.*");
    return isUrl ? remote : localPath(workspace, remote).toString();
  }

  private static Path localPath(Workspace workspace, String written) {
    String home = System.getProperty("user.home");
    String expanded = written.startsWith("~/") ? home + written.substring(1) : written;
    return workspace.folder().resolve(expanded).normalize();
  }
}
