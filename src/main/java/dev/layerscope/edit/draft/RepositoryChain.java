package dev.layerscope.edit.draft;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The branches of a repository that gets a layer: a new one gets them as a chain of commits, each
 * environment's on top of the one before, so that they can be merged later; one that is there gets
 * a commit on each.
 */
public final class RepositoryChain {
  private final RepoUrl url;
  private final Optional<Clone> clone;
  private final Map<String, FileDraft> drafts = new LinkedHashMap<>();
  private Optional<String> last = Optional.empty();

  private RepositoryChain(RepoUrl url, Optional<Clone> clone) {
    this.url = url;
    this.clone = clone;
  }

  /** The repository, whether it is there or not. */
  public static RepositoryChain of(Ground ground, RepoUrl asked) throws RefusedException {
    return switch (ground.repositories().at(asked)) {
      case Access.Unknown(RepoUrl url) -> new RepositoryChain(url, Optional.empty());
      case Access.Available(RepoUrl url, Clone clone) ->
          new RepositoryChain(url, clone.isEmpty() ? Optional.empty() : Optional.of(clone));
      case Access.Unavailable(RepoUrl url, GitException.Kind ignored, String reason) ->
          throw new RefusedException(url.display() + " could not be read: " + reason, "");
    };
  }

  public RepoUrl url() {
    return url;
  }

  /** Whether there is no commit in it yet. */
  public boolean fresh() {
    return clone.isEmpty();
  }

  /** Whether the workspace does not know it yet. */
  public static boolean unknown(Ground ground, RepoUrl url) {
    return ground.repositories().at(url) instanceof Access.Unknown;
  }

  /** The files of an environment's branch, to be filled in. */
  public FileDraft draft(Ground ground, String branch) throws RefusedException {
    String where = url.shortName() + " on " + branch;
    Optional<FileDraft> before =
        last.map(name -> java.util.Objects.requireNonNull(drafts.get(name)));
    FileDraft draft;
    if (fresh()) {
      draft = before.map(FileDraft::next).orElseGet(() -> new FileDraft(where, Optional.empty()));
    } else {
      draft = new FileDraft(where, Optional.of(snapshot(branch)));
    }
    drafts.put(branch, draft);
    last = Optional.of(branch);
    return draft;
  }

  /** What differs on a branch. */
  public List<FileChange> changes(String branch) {
    return java.util.Objects.requireNonNull(drafts.get(branch)).changes();
  }

  /** Another commit on a branch that has one in this plan. */
  public FileDraft again(String branch) {
    FileDraft next = java.util.Objects.requireNonNull(drafts.get(branch)).next();
    drafts.put(branch, next);
    return next;
  }

  private Snapshot snapshot(String branch) throws RefusedException {
    Clone there = clone.orElseThrow();
    Optional<Branch> found = there.branch(branch);
    if (found.isEmpty()) {
      throw new RefusedException(
          url.display() + " has no branch " + branch + ".",
          "There are: " + String.join(", ", there.branches()) + ". Make the branch first.");
    }
    if (found.get().diverged()) {
      throw new RefusedException(
          "Branch " + branch + " of " + url.display() + " has diverged.",
          "Push or undo yours first.");
    }
    return there.snapshot(found.get().commit()).orElseThrow();
  }

  /** What the next commit on a branch is made from, and which branch it follows. */
  public Base base(String branch) {
    if (!fresh()) {
      return new Base.At(clone.orElseThrow().branch(branch).map(Branch::commit).orElseThrow());
    }
    List<String> names = List.copyOf(drafts.keySet());
    int at = names.indexOf(branch);
    return at <= 0 ? new Base.Nothing() : new Base.After(names.get(at - 1));
  }
}
