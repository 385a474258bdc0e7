package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.read.Refs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/**
 * A branch that is checked out in a work tree of the user's own clone is not ours to move: the work
 * tree would seem to hold changes nobody made.
 */
final class CheckedOut {
  private CheckedOut() {}

  /**
   * Refuses a branch that is checked out anywhere.
   *
   * @throws GitException of kind {@code CHECKED_OUT}, with a way out
   */
  static void refuse(BareClone clone, String branch) throws GitException {
    Repository repository = clone.repository();
    if (repository.getDirectory() == null) {
      return; // in memory: no work trees
    }
    Path folder = repository.getDirectory().toPath();
    try {
      for (Path head : heads(repository, folder)) {
        if (Files.isRegularFile(head)
            && Files.readString(head).strip().equals("ref: " + Refs.local(branch))) {
          throw new GitException(
              GitException.Kind.CHECKED_OUT,
              ("The branch %s is checked out in your own clone of %s (%s). Commit to a topic branch"
                   + " instead, such as layerscope/%s, and merge it there: git merge layerscope/%s")
                  .formatted(branch, clone.url().shortName(), head.getParent(), branch, branch));
        }
      }
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> heads(Repository repository, Path folder) throws IOException {
    var heads = new ArrayList<Path>();
    boolean bare =
        repository
            .getConfig()
            .getBoolean(
                ConfigConstants.CONFIG_CORE_SECTION, ConfigConstants.CONFIG_KEY_BARE, false);
    if (!bare) {
      heads.add(folder.resolve(Constants.HEAD));
    }
    Path linked = folder.resolve("worktrees");
    if (Files.isDirectory(linked)) {
      try (Stream<Path> worktrees = Files.list(linked)) {
        worktrees.map(worktree -> worktree.resolve(Constants.HEAD)).forEach(heads::add);
      }
    }
    return heads;
  }
}
