package dev.layerscope.workspace;

import dev.layerscope.finding.Certainty;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.RevisionPolicy;
import dev.layerscope.hierarchy.Root;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an estate in one environment: roots at the environment's branch, everything below as
 * declared, so that a wrong revision on an environment's branch is seen and not hidden.
 */
public final class EnvironmentRevisions implements RevisionPolicy {
  private final Workspace workspace;
  private final Workspace.Environment environment;
  private final Repositories repositories;
  private final boolean followBranch;

  /**
   * @param followBranch a what-if: below the roots, too, revisions are replaced, and what is
   *     replaced is assumed
   */
  public EnvironmentRevisions(
      Workspace workspace,
      Workspace.Environment environment,
      Repositories repositories,
      boolean followBranch) {
    this.workspace = workspace;
    this.environment = environment;
    this.repositories = repositories;
    this.followBranch = followBranch;
  }

  @Override
  public RootRead rootFile(Root root, RepoUrl repository, Optional<String> declared) {
    if (!root.environments().isEmpty() && !root.environments().contains(environment.name())) {
      return new RootRead.NotHere();
    }
    Optional<String> branch = environment.branchOf(repository);
    if (root.environments().size() == 1 || branch.isEmpty()) {
      return new RootRead.At(declared);
    }
    return switch (repositories.at(repository)) {
      case Repositories.Access.Available(RepoUrl ignored, Clone clone)
          when clone.branch(branch.get()).isEmpty() ->
          new RootRead.Unknown(
              "Branch “"
                  + branch.get()
                  + "” does not exist in "
                  + repository.display()
                  + ". The root is unknown in "
                  + environment.name()
                  + ".");
      default -> new RootRead.At(branch);
    };
  }

  @Override
  public Choice rootSource(Root root, RepoUrl repository, Optional<String> declared) {
    if (root.environments().size() == 1) {
      return new Choice(declared, Certainty.EXACT);
    }
    return new Choice(replacement(repository, declared).or(() -> declared), Certainty.EXACT);
  }

  @Override
  public Choice below(RepoUrl repository, Optional<String> declared) {
    if (!followBranch) {
      return new Choice(declared, Certainty.EXACT);
    }
    Optional<String> branch =
        replacement(repository, declared).filter(b -> hasBranch(repository, b));
    if (branch.isEmpty() || branch.equals(declared)) {
      return new Choice(declared, Certainty.EXACT);
    }
    String said = declared.filter(d -> !d.isEmpty()).orElse("HEAD");
    return new Choice(branch, Certainty.assumed("read at " + branch.get() + ", declares " + said));
  }

  /**
   * The environment's branch, when the declared revision floats with an environment and is not
   * pinned.
   */
  private Optional<String> replacement(RepoUrl repository, Optional<String> declared) {
    Optional<String> branch = environment.branchOf(repository);
    String said = declared.orElse("").strip();
    boolean floats =
        said.isEmpty()
            || said.equals("HEAD")
            || Optional.of(said).equals(defaultBranch(repository))
            || workspace.environments().stream()
                .anyMatch(e -> e.branchOf(repository).equals(Optional.of(said)));
    return floats ? branch : Optional.empty();
  }

  private Optional<String> defaultBranch(RepoUrl repository) {
    return repositories.at(repository)
            instanceof Repositories.Access.Available(RepoUrl ignored, Clone clone)
        ? clone.defaultBranch()
        : Optional.empty();
  }

  private boolean hasBranch(RepoUrl repository, String branch) {
    return repositories.at(repository)
            instanceof Repositories.Access.Available(RepoUrl ignored, Clone clone)
        && clone.branch(branch).isPresent();
  }

  /**
   * The branch that carries each environment, for those who check that files point at their own.
   */
  public static Map<String, String> branchesByEnvironment(Workspace workspace, RepoUrl repository) {
    var branches = new java.util.LinkedHashMap<String, String>();
    for (Workspace.Environment e : workspace.environments()) {
      e.branchOf(repository).ifPresent(branch -> branches.put(e.name(), branch));
    }
    return branches;
  }
}
