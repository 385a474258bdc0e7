package dev.layerscope.operation.side;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.read.Upstream;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches the refs that a selection asks for and that no ordinary fetch brings, such as {@code
 * refs/pull/7/head}.
 */
public final class FetchOverrides {
  private final Clones clones;
  private final Forks forks;

  /**
   * @param clones the folder of the managed clones
   */
  public FetchOverrides(Path clones) {
    this.clones = new Clones(clones);
    this.forks = new Forks(clones);
  }

  /**
   * Fetches what is asked for. A ref that was fetched before is asked for again, as a pull request
   * moves; when the remote cannot be reached, what was fetched before is read, and that is said.
   *
   * @return what a person should know: which refs may be newer than what is read
   * @throws GitException when the remote has no such ref, or cannot be reached and nothing was
   *     fetched before
   */
  public List<String> fetch(Opened opened, Selection selection, Progress progress)
      throws GitException {
    var remarks = new ArrayList<String>();
    for (Map.Entry<String, String> override : selection.overrides().entrySet()) {
      String ref = override.getValue();
      if (!ordinary(ref)
          && opened.access().at(new RepoUrl(override.getKey()))
              instanceof Access.Available(RepoUrl url, Clone clone)) {
        fetch(opened, clone, ref, progress).ifPresent(remarks::add);
      }
    }
    if (selection.base() instanceof Selection.Base.AtRef(String ref) && !ordinary(ref)) {
      for (Access access : opened.access().all()) {
        if (access instanceof Access.Available(RepoUrl url, Clone clone)
            && selection.overrides().keySet().stream()
                .noneMatch(other -> new RepoUrl(other).sameRepositoryAs(url))) {
          whereItIs(opened, clone, ref, progress).ifPresent(remarks::add);
        }
      }
    }
    return remarks;
  }

  /** Whether it is a branch, a tag or a commit: every fetch brings those. */
  private static boolean ordinary(String ref) {
    return !ref.startsWith("refs/")
        || ref.startsWith("refs/heads/")
        || ref.startsWith("refs/tags/");
  }

  /** A repository without the ref is read as declared; one that is gone, as it was. */
  private Optional<String> whereItIs(Opened opened, Clone clone, String ref, Progress progress)
      throws GitException {
    try {
      return fetch(opened, clone, ref, progress);
    } catch (GitException e) {
      if (e.kind() != GitException.Kind.NOT_FOUND) {
        throw e;
      }
      return clone.has(ref)
          ? Optional.of(asFetchedLast(clone, ref) + String.valueOf(e.getMessage()))
          : Optional.empty();
    }
  }

  private Optional<String> fetch(Opened opened, Clone clone, String ref, Progress progress)
      throws GitException {
    Optional<Forks.Fork> fork =
        ref.startsWith(Upstream.PREFIX)
            ? Forks.of(opened.workspace(), clone.url())
            : Optional.empty();
    try {
      if (fork.isPresent()) {
        forks.ask(opened, fork.get(), progress);
      } else {
        clones.fetchRef(clone, ref, progress);
      }
      return Optional.empty();
    } catch (GitException e) {
      boolean known = !(clone.resolve(Optional.of(ref)) instanceof Resolution.Unresolved);
      if (!known || e.kind() == GitException.Kind.NOT_FOUND) {
        throw e;
      }
      return Optional.of(asFetchedLast(clone, ref) + e.getMessage());
    }
  }

  private static String asFetchedLast(Clone clone, String ref) {
    return ref + " of " + clone.url().shortName() + " is read as it was fetched last. ";
  }
}
