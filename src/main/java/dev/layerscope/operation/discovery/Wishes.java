package dev.layerscope.operation.discovery;

import dev.layerscope.git.RepoUrl;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a person says about single repositories of a discovery.
 *
 * @param instead where to clone a repository from, when not from where it is named
 * @param without repositories that are left out
 * @param depth how many commits of each branch; empty for all
 */
public record Wishes(Map<RepoUrl, String> instead, Set<RepoUrl> without, OptionalInt depth) {
  public static final Wishes NONE = new Wishes(Map.of(), Set.of(), OptionalInt.empty());

  public Wishes {
    instead = Map.copyOf(instead);
    without = Set.copyOf(without);
  }

  Optional<String> remote(RepoUrl url) {
    return instead.entrySet().stream()
        .filter(entry -> entry.getKey().sameRepositoryAs(url))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  boolean leavesOut(RepoUrl url) {
    return without.stream().anyMatch(url::sameRepositoryAs);
  }
}
