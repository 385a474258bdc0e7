package dev.layerscope.operation.changeset;

import dev.layerscope.edit.FileChange;
import dev.layerscope.git.Clone;
import dev.layerscope.git.Commit;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.operation.open.Opened;
import java.util.List;

/** What one commit did to which files, against its first parent. */
public final class CommitFiles {
  private CommitFiles() {}

  /** The files before and after; none when the repository cannot be read. */
  public static List<FileChange> of(Opened opened, RepoUrl repository, Commit commit) {
    return opened.access().at(repository) instanceof Access.Available(RepoUrl url, Clone clone)
        ? ChangeDetails.files(
            commit.parents().stream().findFirst().flatMap(clone::snapshot),
            clone.snapshot(commit.id()))
        : List.of();
  }
}
