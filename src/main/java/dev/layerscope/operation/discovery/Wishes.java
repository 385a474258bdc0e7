package dev.layerscope.operation.discovery;

import dev.layerscope.git.RepoUrl;
import java.nio.file.Path;
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
 * @param clones existing clones of this machine, read in place of managed ones
 */
public record Wishes(
    Map<RepoUrl, String> instead,
    Set<RepoUrl> without,
    OptionalInt depth,
    Map<RepoUrl, Path> clones) {
  public static final Wishes NONE = new Wishes(Map.of(), Set.of(), OptionalInt.empty());

  public Wishes(Map<RepoUrl, String> instead, Set<RepoUrl> without, OptionalInt depth) {
    this(instead, without, depth, Map.of());
  }

  public Wishes {
    instead = Map.copyOf(instead);
    without = Set.copyOf(without);
    clones = Map.copyOf(clones);
  }

  Optional<String> remote(RepoUrl url) {
    return instead.entrySet().stream()
        .filter(entry -> entry.getKey().sameRepositoryAs(url))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The same with clones that are read where they are. */
  Wishes inPlace(Map<RepoUrl, Path> existing) {
    return new Wishes(instead, without, depth, existing);
  }

  Optional<Path> clone(RepoUrl url) {
    return clones.entrySet().stream()
        .filter(entry -> entry.getKey().sameRepositoryAs(url))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  boolean leavesOut(RepoUrl url) {
    return without.stream().anyMatch(url::sameRepositoryAs);
  }
}
