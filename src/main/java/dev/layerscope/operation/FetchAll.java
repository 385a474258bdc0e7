package dev.layerscope.operation;

import dev.layerscope.git.Clone;
import dev.layerscope.git.Clones;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   */
  public record Fetched(RepoUrl url, Optional<String> trouble) {}

  /** Fetches one repository after the other; trouble with one does not stop the others. */
  public List<Fetched> fetch(Opened opened, Progress progress) {
    var fetched = new ArrayList<Fetched>();
    List<Access> all = opened.repositories().all();
    for (Access access : all) {
      progress.stopIfCancelled();
      switch (access) {
        case Access.Available(RepoUrl url, Clone clone) -> {
          progress.report("Fetching " + url.shortName(), fetched.size(), all.size());
          fetched.add(new Fetched(url, fetch(clone, progress)));
        }
        case Access.Unavailable(RepoUrl url, var kind, String reason) ->
            fetched.add(new Fetched(url, Optional.of(reason)));
        case Access.Unknown(RepoUrl url) ->
            fetched.add(new Fetched(url, Optional.of("not in the workspace")));
      }
    }
    return fetched;
  }

  private Optional<String> fetch(Clone clone, Progress progress) {
    try {
      clones.fetch(clone, progress);
      return Optional.empty();
    } catch (GitException e) {
      return Optional.of(e.getMessage());
    }
  }
}
