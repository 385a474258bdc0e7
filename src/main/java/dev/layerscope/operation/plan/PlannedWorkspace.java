package dev.layerscope.operation.plan;

import dev.layerscope.edit.Additions;
import dev.layerscope.edit.estate.PlannedClone;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.git.commit.PlannedCommit;
import dev.layerscope.git.read.ImaginedClone;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import dev.layerscope.workspace.WorkspaceText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A workspace with what a plan adds to it: repositories and roots that are not written yet.
 *
 * @param opened with the additions; closing it is not for whoever enlarged it
 * @param file what becomes of the workspace file; empty when it stays
 */
record PlannedWorkspace(Opened opened, Optional<ChangeSet.FileMove> file) {

  /** For a look: new repositories are only imagined. */
  static PlannedWorkspace imagined(Opened opened, Additions additions)
      throws GitException, WorkspaceException {
    return with(
        opened,
        additions,
        repository -> ImaginedClone.of(repository.url(), repository.defaultBranch()));
  }

  /** For writing: new repositories are made. */
  static PlannedWorkspace made(Opened opened, Additions additions, Clones clones, Progress progress)
      throws GitException, WorkspaceException {
    return with(
        opened,
        additions,
        repository ->
            clones.create(
                repository.url(), repository.url().text(), repository.defaultBranch(), progress));
  }

  /** Where a new repository's clone comes from. */
  private interface Making {
    Clone make(Additions.NewRepository repository) throws GitException;
  }

  private static PlannedWorkspace with(Opened opened, Additions additions, Making making)
      throws GitException, WorkspaceException {
    if (additions.isEmpty()) {
      return new PlannedWorkspace(opened, Optional.empty());
    }
    var path = opened.workspace().file();
    try {
      String before = Files.readString(path);
      String after = WorkspaceText.with(before, additions);
      Workspace workspace = WorkspaceFile.of(path, after);
      var all = new ArrayList<>(opened.access().all());
      for (Additions.NewRepository repository : additions.repositories()) {
        all.add(new Access.Available(repository.url(), making.make(repository)));
      }
      var move =
          new ChangeSet.FileMove(
              path.toAbsolutePath().normalize(), Optional.of(before), Optional.of(after));
      return new PlannedWorkspace(
          opened.beside(workspace, new OpenRepositories(workspace, all)), Optional.of(move));
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /** The same as it will be once some commits are written. */
  Opened planned(List<PlannedCommit> commits) {
    var all = new ArrayList<Access>();
    for (Access access : opened.access().all()) {
      Access over = access;
      if (access instanceof Access.Available available) {
        List<PlannedCommit> here =
            commits.stream().filter(c -> c.url().equals(available.url())).toList();
        if (!here.isEmpty()) {
          over =
              new Access.Available(available.url(), new PlannedClone(available.repository(), here));
        }
      }
      all.add(over);
    }
    return opened.beside(opened.workspace(), new OpenRepositories(opened.workspace(), all));
  }
}
