package dev.layerscope.operation;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.workspace.Workspace;
import java.util.List;

/** The clones of an open workspace, found by any spelling of their URL. */
public final class OpenRepositories implements Repositories, AutoCloseable {
  private final Workspace workspace;
  private final List<Access> all;

  OpenRepositories(Workspace workspace, List<Access> all) {
    this.workspace = workspace;
    this.all = List.copyOf(all);
  }

  @Override
  public Access at(RepoUrl url) {
    return workspace
        .repository(url)
        .map(entry -> all.get(workspace.repositories().indexOf(entry)))
        .orElse(new Access.Unknown(url));
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
