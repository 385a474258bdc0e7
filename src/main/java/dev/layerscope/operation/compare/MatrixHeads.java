package dev.layerscope.operation.compare;

import dev.layerscope.diff.hierarchy.RevisionInventory;
import dev.layerscope.export.MatrixDocument;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The heads of a matrix's columns: where each repository's branch is, and how far from the left.
 */
final class MatrixHeads {
  private final Opened opened;

  MatrixHeads(Opened opened) {
    this.opened = opened;
  }

  List<MatrixDocument.Head> of(
      List<Workspace.Environment> environments, int column, Hierarchy hierarchy) {
    List<String> read =
        RevisionInventory.of(hierarchy).stream().map(RevisionInventory.Row::repository).toList();
    var heads = new ArrayList<MatrixDocument.Head>();
    for (Access access : opened.repositories().all()) {
      if (access instanceof Access.Available(RepoUrl url, Clone clone)
          && read.stream().anyMatch(repository -> new RepoUrl(repository).sameRepositoryAs(url))) {
        Optional<Branch> here = environments.get(column).branchOf(url).flatMap(clone::branch);
        Optional<Branch> left =
            column == 0
                ? Optional.empty()
                : environments.get(column - 1).branchOf(url).flatMap(clone::branch);
        here.ifPresent(branch -> heads.add(head(url, clone, branch, left)));
      }
    }
    return heads;
  }

  private static MatrixDocument.Head head(
      RepoUrl url, Clone clone, Branch branch, Optional<Branch> left) {
    var commit = clone.history().commit(branch.commit());
    return new MatrixDocument.Head(
        url.text(),
        branch.name(),
        branch.commit(),
        commit.map(c -> c.committer().when().toString()).orElse(""),
        commit.map(c -> c.subject()).orElse(""),
        left.map(l -> clone.history().commits(branch.commit(), l.commit(), 0).count()).orElse(0),
        left.map(l -> clone.history().commits(l.commit(), branch.commit(), 0).count()).orElse(0),
        clone.isShallow());
  }
}
