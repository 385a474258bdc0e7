package dev.layerscope.edit.intention;

import dev.layerscope.git.RepoUrl;
import java.util.List;

/**
 * A fork is to get what the repository has that it was forked from.
 *
 * @param repository the fork
 * @param commit of the other repository, 40 hex digits; it is in the fork's clone
 * @param words the other repository and its branch, for a person
 * @param environment whose branch of the fork it goes to
 */
public record UpstreamMerge(RepoUrl repository, String commit, String words, String environment)
    implements Intention {
  @Override
  public List<String> environments() {
    return List.of(environment);
  }
}
