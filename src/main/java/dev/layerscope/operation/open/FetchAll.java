package dev.layerscope.operation.open;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RefMove;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks every remote of a workspace what is new. Only remote-tracking branches and tags are written,
 * so commits that wait here stay as they are.
 */
public final class FetchAll {
  private final Clones clones;

  /**
   * @param clones the folder of the managed clones
   */
  public FetchAll(Path clones) {
    this.clones = new Clones(clones);
  }

  /**
   * What came of one repository.
   *
   * @param trouble why it could not be fetched; empty when it was
   * @param moved what is not where it was when the remote was last asked
   * @param readOf when what is read now was fetched; empty when nothing is at hand
   */
  public record Fetched(
      RepoUrl url, Optional<String> trouble, List<RefMove> moved, Optional<Instant> readOf) {
    public Fetched {
      moved = List.copyOf(moved);
    }

    private static Fetched failed(RepoUrl url, String trouble, Optional<Instant> readOf) {
      return new Fetched(url, Optional.of(trouble), List.of(), readOf);
    }
  }

  /**
   * Fetches every repository, several at once; trouble with one does not stop the others.
   *
   * @return one answer for each, in the order of the workspace file
   */
  public List<Fetched> fetch(Opened opened, Progress progress) {
    return fetch(opened.repositories().all(), progress);
  }

  /** Fetches one repository of the workspace, by any of its spellings. */
  public Fetched fetchOne(Opened opened, RepoUrl url, Progress progress) {
    return fetch(List.of(opened.repositories().at(url)), progress).getFirst();
  }

  private List<Fetched> fetch(List<Access> all, Progress progress) {
    var done = new AtomicInteger();
    return CloneAll.SEVERAL.each(
        all,
        access -> {
          progress.stopIfCancelled();
          return switch (access) {
            case Access.Available(RepoUrl url, Clone clone) -> {
              progress.report("Fetching " + url.shortName(), done.getAndIncrement(), all.size());
              yield fetch(url, clone, progress);
            }
            case Access.Unavailable(RepoUrl url, var kind, String reason) ->
                Fetched.failed(url, reason, Optional.empty());
            case Access.Unknown(RepoUrl url) ->
                Fetched.failed(url, "not in the workspace", Optional.empty());
          };
        });
  }

  private Fetched fetch(RepoUrl url, Clone clone, Progress progress) {
    try {
      List<RefMove> moved = clones.fetch(clone, progress);
      return new Fetched(url, Optional.empty(), moved, clone.fetchedAt());
    } catch (GitException e) {
      return Fetched.failed(url, e.getMessage(), clone.fetchedAt());
    }
  }
}
