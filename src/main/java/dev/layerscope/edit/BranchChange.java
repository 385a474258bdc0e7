package dev.layerscope.edit;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;

/**
 * What one commit on one branch of one repository would change.
 *
 * @param environment the environment the branch carries
 * @param repository as the workspace spells it
 * @param base the commit the files were read at, 40 hex digits; the plan only holds while the
 *     branch is there
 */
public record BranchChange(
    String environment,
    RepoUrl repository,
    String branch,
    String base,
    List<FileChange> files,
    List<NodeId> creates) {
  public BranchChange {
    files = List.copyOf(files);
    creates = List.copyOf(creates);
  }
}
