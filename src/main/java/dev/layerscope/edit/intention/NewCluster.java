package dev.layerscope.edit.intention;

import dev.layerscope.git.RepoUrl;
import java.util.List;
import java.util.Optional;

/**
 * A cluster's root: a repository with {@code bootstrap}, {@code deps} and {@code res}.
 *
 * @param repository empty for a neighbour of the other roots', with the cluster's name
 * @param over the layers it gets
 * @param environment the one it belongs to
 */
public record NewCluster(
    String name, Optional<RepoUrl> repository, List<String> over, String environment)
    implements Intention {
  public NewCluster {
    over = List.copyOf(over);
  }

  @Override
  public List<String> environments() {
    return List.of(environment);
  }
}
