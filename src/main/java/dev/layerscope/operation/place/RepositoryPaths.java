package dev.layerscope.operation.place;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.TreePath;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The files and directories of a repository as an environment has them, to choose from. */
public final class RepositoryPaths {
  private RepositoryPaths() {}

  /** Every path, directories end in a slash; empty when the repository cannot be read. */
  public static NavigableSet<String> of(Opened opened, Selection selection, RepoUrl repository) {
    var paths = new TreeSet<String>();
    if (!(opened.access().at(repository) instanceof Access.Available(RepoUrl url, Clone clone))) {
      return paths;
    }
    EnvironmentSnapshot.of(opened.workspace(), selection, url, clone)
        .ifPresent(at ->
            at.find(TreePath.ROOT)
                .ifPresent(root ->
                    at.walk(root, directory -> true)
                        .forEach(file -> {
                          paths.add(file.path().value());
                          TreePath up = file.path().parent();
                          while (!up.isRoot() && paths.add(up.value() + "/")) {
                            up = up.parent();
                          }
                        })));
    return paths;
  }
}
