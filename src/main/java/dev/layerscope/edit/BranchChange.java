package dev.layerscope.edit;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.hierarchy.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one commit on one branch of one repository would change.
 *
 * @param environment the environment the branch carries
 * @param repository as the workspace spells it
 * @param base what it is made from. Without files and without {@code merged} there is no commit:
 *     the branch begins there
 * @param merged the snapshot of another branch that this commit merges; new files take their modes
 *     from it
 * @param creates nodes that must be there afterwards
 * @param trailers lines for the end of the message, {@code Key: value}
 */
public record BranchChange(
    String environment,
    RepoUrl repository,
    String branch,
    Base base,
    Optional<Merged> merged,
    List<FileChange> files,
    List<NodeId> creates,
    List<String> trailers) {
  public BranchChange {
    files = List.copyOf(files);
    creates = List.copyOf(creates);
    trailers = List.copyOf(trailers);
  }

  /**
   * Where merged files come from.
   *
   * @param parent whether the commit becomes a merge commit
   */
  public record Merged(Snapshot from, boolean parent) {}

  /** A plain commit. */
  public static BranchChange of(
      String environment, RepoUrl repository, String branch, Base base, List<FileChange> files) {
    return new BranchChange(
        environment, repository, branch, base, Optional.empty(), files, List.of(), List.of());
  }

  public BranchChange creating(List<NodeId> nodes) {
    return new BranchChange(environment, repository, branch, base, merged, files, nodes, trailers);
  }

  public BranchChange merging(Merged other) {
    return new BranchChange(
        environment, repository, branch, base, Optional.of(other), files, creates, trailers);
  }

  public BranchChange with(List<String> more) {
    var all = new ArrayList<>(trailers);
    all.addAll(more);
    return new BranchChange(environment, repository, branch, base, merged, files, creates, all);
  }
}
