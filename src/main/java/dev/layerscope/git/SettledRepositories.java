package dev.layerscope.git;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Repositories as they are at one moment: what a revision names is looked up once, however many
 * Applications ask. Made for one run over an estate and dropped with it, so a fetch is seen by the
 * next. Safe for several threads.
 */
public final class SettledRepositories implements Repositories {
  private final Repositories repositories;
  private final Map<RepoUrl, Access> known = new ConcurrentHashMap<>();

  public SettledRepositories(Repositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public Access at(RepoUrl url) {
    return remembered(known, url, asked -> settled(repositories.at(asked)));
  }

  /**
   * Never locks while it asks: JGit waits for threads of its own, which may be waiting for the
   * lock. Two that ask at once ask twice and go on with one answer.
   */
  private static <K, V> V remembered(Map<K, V> known, K key, Function<K, V> ask) {
    V answer = known.get(key);
    if (answer != null) {
      return answer;
    }
    V asked = ask.apply(key);
    V earlier = known.putIfAbsent(key, asked);
    return earlier == null ? asked : earlier;
  }

  @Override
  public List<Access> all() {
    return repositories.all().stream().map(SettledRepositories::settled).toList();
  }

  private static Access settled(Access access) {
    return switch (access) {
      case Access.Available(RepoUrl url, Clone clone) ->
          new Access.Available(url, new SettledClone(clone.settled()));
      case Access.Unavailable unavailable -> unavailable;
      case Access.Unknown unknown -> unknown;
    };
  }

  /** A clone whose answers are kept. */
  private static final class SettledClone implements Clone {
    private final Clone clone;
    private final Map<Asked, Resolution> resolutions = new ConcurrentHashMap<>();
    private final Map<String, Optional<Snapshot>> snapshots = new ConcurrentHashMap<>();
    private final Map<String, Optional<Branch>> branches = new ConcurrentHashMap<>();
    private final Optional<String> defaultBranch;
    private final boolean empty;

    private record Asked(Optional<String> revision, String tagPrefix) {
      /** For every source of an estate, so without what a record does by itself. */
      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof Asked that
            && revision.equals(that.revision)
            && tagPrefix.equals(that.tagPrefix);
      }

      @Override
      public int hashCode() {
        return 31 * revision.hashCode() + tagPrefix.hashCode();
      }
    }

    SettledClone(Clone clone) {
      this.clone = clone;
      this.defaultBranch = clone.defaultBranch();
      this.empty = clone.isEmpty();
    }

    @Override
    public Resolution resolve(Optional<String> targetRevision, String tagPrefix) {
      return remembered(
          resolutions,
          new Asked(targetRevision, tagPrefix),
          asked -> clone.resolve(targetRevision, tagPrefix));
    }

    @Override
    public Optional<Snapshot> snapshot(String commit) {
      return remembered(snapshots, commit, clone::snapshot);
    }

    @Override
    public Optional<Branch> branch(String name) {
      return remembered(branches, name, clone::branch);
    }

    @Override
    public RepoUrl url() {
      return clone.url();
    }

    @Override
    public Optional<String> defaultBranch() {
      return defaultBranch;
    }

    @Override
    public Optional<Instant> fetchedAt() {
      return clone.fetchedAt();
    }

    @Override
    public boolean isShallow() {
      return clone.isShallow();
    }

    @Override
    public boolean isEmpty() {
      return empty;
    }

    @Override
    public String state() {
      return clone.state();
    }

    @Override
    public List<String> branches() {
      return clone.branches();
    }

    @Override
    public List<String> tags() {
      return clone.tags();
    }

    @Override
    public History history() {
      return clone.history();
    }

    @Override
    public void close() {
      clone.close();
    }
  }
}
