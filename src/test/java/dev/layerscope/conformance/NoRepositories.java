package dev.layerscope.conformance;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import java.util.List;

/** A workspace without any repository. */
final class NoRepositories implements Repositories {
  @Override
  public Access at(RepoUrl url) {
    return new Access.Unknown(url);
  }

  @Override
  public List<Access> all() {
    return List.of();
  }
}
