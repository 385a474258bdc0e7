package dev.layerscope.edit.intention;

import dev.layerscope.git.RepoUrl;
import java.util.List;
import java.util.Optional;

/**
 * One Application more, of the platform's own.
 *
 * @param in the root or layer that declares it
 * @param path in the repository
 * @param revision empty for the environment's branch
 * @param namespace it delivers to; empty for none
 */
public record NewApplication(
    String name,
    String in,
    RepoUrl repository,
    String path,
    Optional<String> revision,
    Optional<String> namespace,
    List<String> environments)
    implements Intention {
  public NewApplication {
    environments = List.copyOf(environments);
  }
}
