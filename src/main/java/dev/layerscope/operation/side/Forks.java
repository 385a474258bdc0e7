package dev.layerscope.operation.side;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.read.Upstream;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.CloneAll;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Repositories that were forked from others, as {@code forkOf} of the workspace file says: what the
 * other has that the fork lacks, and the reverse, is a comparison like any other, of the estate as
 * it is with the estate that reads the other's branch instead.
 */
public final class Forks {
  private final Clones clones;

  /**
   * @param clones the folder of the managed clones
   */
  public Forks(Path clones) {
    this.clones = new Clones(clones);
  }

  /**
   * A fork, and what it was forked from.
   *
   * @param repository the fork
   */
  public record Fork(RepoUrl repository, RepoUrl upstream) {}

  /**
   * A fork beside a branch of what it was forked from.
   *
   * @param branch of the other repository
   * @param revision what names it in the clone of the fork
   * @param commit its tip, 40 hex digits
   */
  public record Beside(Fork fork, String branch, String revision, String commit) {
    /** The other repository and its branch, in words. */
    public String words() {
      return fork.upstream().display() + " at " + branch;
    }

    /**
     * What the other has and the fork has not, and the reverse.
     *
     * @param side the estate as it is, or an environment
     */
    public Question question(Selection side) {
      return Question.tips(side, side.with(fork.repository().text(), revision)).of(this);
    }
  }

  /** Every fork of a workspace, in the order of the file. */
  public static List<Fork> of(Workspace workspace) {
    return workspace.repositories().stream()
        .flatMap(entry -> entry.forkOf().stream().map(from -> new Fork(entry.url(), from)))
        .toList();
  }

  /** The fork of an address, however that is spelt; empty when the workspace names none. */
  public static Optional<Fork> of(Workspace workspace, RepoUrl repository) {
    return workspace
        .repository(repository)
        .flatMap(entry -> entry.forkOf().map(from -> new Fork(entry.url(), from)));
  }

  /**
   * Asks what a fork was forked from where it is now.
   *
   * @throws GitException when neither can be read
   */
  public Upstream ask(Opened opened, Fork fork, Progress progress) throws GitException {
    Workspace workspace = opened.workspace();
    String remote =
        workspace
            .repository(fork.upstream())
            .map(entry -> CloneAll.remote(workspace, entry))
            .orElse(fork.upstream().text());
    return switch (opened.access().at(fork.repository())) {
      case Access.Available(RepoUrl url, Clone clone) ->
          clones.upstream(clone, fork.upstream(), remote, progress);
      case Access.Unavailable(RepoUrl url, var kind, String reason) ->
          throw new GitException(kind, reason);
      case Access.Unknown(RepoUrl url) ->
          throw new GitException(
              GitException.Kind.NOT_FOUND, url.display() + " is not in the workspace.");
    };
  }

  /**
   * The branch of the other repository to look at.
   *
   * @param here the environment the fork is looked at in; empty for its default branch
   * @param asked a branch of the other one; empty for the one of the same name, else its default
   * @throws GitException of kind {@code NOT_FOUND} when it has no such branch
   */
  public Beside beside(
      Opened opened, Fork fork, Optional<String> here, Optional<String> asked, Progress progress)
      throws GitException {
    Upstream upstream = ask(opened, fork, progress);
    String own =
        here.flatMap(name -> opened.workspace().environment(name))
            .map(environment -> environment.branchOf(fork.repository()))
            .orElseGet(() -> defaultBranch(opened, fork))
            .orElse("");
    Optional<String> branch = asked.or(() -> upstream.counterpart(own));
    Optional<String> commit = branch.map(upstream.branches()::get);
    if (commit.isEmpty()) {
      throw new GitException(
          GitException.Kind.NOT_FOUND,
          fork.upstream().display()
              + asked.map(name -> " has no branch " + name).orElse(" has no branch to compare with")
              + ". There are: "
              + String.join(", ", upstream.branches().keySet())
              + ".");
    }
    return new Beside(
        fork, branch.get(), upstream.revisionOf(branch.get()).orElseThrow(), commit.get());
  }

  private static Optional<String> defaultBranch(Opened opened, Fork fork) {
    return opened.access().at(fork.repository()) instanceof Access.Available available
        ? available.repository().defaultBranch()
        : Optional.empty();
  }
}
