package dev.layerscope.edit;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import java.util.List;
import java.util.Optional;

/** What the workspace gets with a plan: repositories that are made here, and roots. */
public record Additions(List<NewRepository> repositories, List<NewRoot> roots) {
  /** Nothing. */
  public static final Additions NONE = new Additions(List.of(), List.of());

  public Additions {
    repositories = List.copyOf(repositories);
    roots = List.copyOf(roots);
  }

  public boolean isEmpty() {
    return repositories.isEmpty() && roots.isEmpty();
  }

  /**
   * A repository that is not there yet. It is made in the clones' folder; the git host gets it with
   * the first push.
   *
   * @param defaultBranch what {@code HEAD} means
   * @param layer its label, where that is not its own name
   */
  public record NewRepository(
      RepoUrl url, Optional<String> defaultBranch, Optional<String> layer) {}

  /** A root in git. */
  public record NewRoot(
      String name, RepoUrl repository, String revision, TreePath path, List<String> environments) {
    public NewRoot {
      environments = List.copyOf(environments);
    }
  }
}
