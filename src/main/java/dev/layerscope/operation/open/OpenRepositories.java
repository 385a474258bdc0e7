package dev.layerscope.operation.open;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The clones of an open workspace, found by any spelling of their URL. */
public final class OpenRepositories implements Repositories, AutoCloseable {
  private final Workspace workspace;
  private final List<Access> all;
  private final Set<RepoUrl> missed = ConcurrentHashMap.newKeySet();

  public OpenRepositories(Workspace workspace, List<Access> all) {
    this.workspace = workspace;
    this.all = List.copyOf(all);
  }

  @Override
  public Access at(RepoUrl url) {
    return workspace
        .repository(url)
        .map(entry -> all.get(workspace.repositories().indexOf(entry)))
        .orElseGet(() -> {
          missed.add(url);
          return new Access.Unknown(url);
        });
  }

  /** Every address that was asked for and is not in the workspace, in alphabetical order. */
  public List<RepoUrl> missed() {
    return missed.stream().sorted(Comparator.comparing(RepoUrl::text)).toList();
  }

  @Override
  public List<Access> all() {
    return all;
  }

  @Override
  public void close() {
    for (Access access : all) {
      if (access instanceof Access.Available(RepoUrl ignored, Clone repository)) {
        repository.close();
      }
    }
  }
}
