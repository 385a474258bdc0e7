package dev.layerscope.operation;

import dev.layerscope.git.Clone;
import dev.layerscope.git.Clones;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Resolution;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches the refs that a selection asks for and that no ordinary fetch brings, such as {@code
 * refs/pull/7/head}.
 */
public final class FetchOverrides {
  private final Clones clones;

  /**
   * @param clones the folder of the managed clones
   */
  public FetchOverrides(Path clones) {
    this.clones = new Clones(clones);
  }

  /**
   * Fetches what is asked for. A ref that was fetched before is asked for again, as a pull request
   * moves; when the remote cannot be reached, what was fetched before is read.
   *
   * @throws GitException when the remote has no such ref, or cannot be reached and nothing was
   *     fetched before
   */
  public void fetch(Opened opened, Selection selection, Progress progress) throws GitException {
    for (Map.Entry<String, String> override : selection.overrides().entrySet()) {
      String ref = override.getValue();
      boolean ordinary =
          !ref.startsWith("refs/") || ref.startsWith("refs/heads/") || ref.startsWith("refs/tags/");
      if (!ordinary
          && opened.access().at(new RepoUrl(override.getKey()))
              instanceof Access.Available(RepoUrl url, Clone clone)) {
        fetch(clone, ref, progress);
      }
    }
  }

  private void fetch(Clone clone, String ref, Progress progress) throws GitException {
    try {
      clones.fetchRef(clone, ref, progress);
    } catch (GitException e) {
      boolean known = !(clone.resolve(Optional.of(ref)) instanceof Resolution.Unresolved);
      if (!known || e.kind() == GitException.Kind.NOT_FOUND) {
        throw e;
      }
    }
  }
}
