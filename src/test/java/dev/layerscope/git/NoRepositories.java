package dev.layerscope.git;

import java.util.List;

/** A workspace without any repository. */
public final class NoRepositories implements Repositories {
  @Override
  public Access at(RepoUrl url) {
    return new Access.Unknown(url);
  }

  @Override
  public List<Access> all() {
    return List.of();
  }
}
