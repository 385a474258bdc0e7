package dev.layerscope.git.read;

import dev.layerscope.git.GitException;
import dev.layerscope.git.config.GitSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/**
 * Opens a git folder, after a look whether the library can read it: it fails badly on some forms of
 * repository.
 */
public final class Opening {
  private Opening() {}

  /**
   * Opens a folder that holds {@code objects}, {@code refs} and {@code config}.
   *
   * @throws GitException of kind {@code UNSUPPORTED} for SHA-256 repositories and partial clones
   */
  public static Repository open(Path gitFolder) throws GitException {
    GitSettings.install();
    refuseUnreadable(gitFolder);
    try {
      return ManagedRepository.existing(gitFolder);
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DAMAGED,
          "The repository in " + gitFolder + " cannot be opened: " + e.getMessage(),
          e);
    }
  }

  /**
   * The same look at a repository of this machine that is about to be fetched from; a bundle and
   * what is no repository are passed.
   *
   * @throws GitException of kind {@code UNSUPPORTED}
   */
  public static void refuseSource(Path source) throws GitException {
    Optional<Path> folder = gitFolder(source);
    if (folder.isPresent()) {
      refuseUnreadable(folder.get());
    }
  }

  private static void refuseUnreadable(Path gitFolder) throws GitException {
    var config = new Config();
    Path file = gitFolder.resolve(Constants.CONFIG);
    if (Files.notExists(file)) {
      return; // git reads such a folder, too: nothing is set
    }
    try {
      config.fromText(Files.readString(file));
    } catch (IOException | ConfigInvalidException e) {
      throw new GitException(
          GitException.Kind.DAMAGED,
          "The repository in " + gitFolder + " has no readable configuration: " + e.getMessage(),
          e);
    }
    String format = config.getString("extensions", null, "objectFormat");
    if (format != null && !format.equalsIgnoreCase("sha1")) {
      throw new GitException(
          GitException.Kind.UNSUPPORTED,
          "The repository in "
              + gitFolder
              + " names its objects by "
              + format
              + "; only SHA-1 can be read.");
    }
    boolean promised =
        config.getSubsections("remote").stream()
            .anyMatch(name -> config.getBoolean("remote", name, "promisor", false));
    if (promised || config.getString("extensions", null, "partialClone") != null) {
      throw new GitException(
          GitException.Kind.UNSUPPORTED,
          "The repository in "
              + gitFolder
              + " is a partial clone: some objects are only at the remote. Run `git fetch --refetch"
              + " --no-filter` there, or leave out `clone:` so that a whole clone is made.");
    }
  }

  /**
   * The folder with the objects and refs of a user's own clone: its {@code .git}, what a {@code
   * .git} file points to, or the folder itself when it is bare. For a linked worktree: the folder
   * all of them share.
   */
  public static Optional<Path> gitFolder(Path clone) throws GitException {
    try {
      Path folder = clone.resolve(Constants.DOT_GIT);
      if (Files.isRegularFile(folder)) {
        folder = clone.resolve(Files.readString(folder).strip().replaceFirst("^gitdir:\\s*", ""));
      } else if (Files.notExists(folder)) {
        folder = clone;
      }
      Path shared = folder.resolve("commondir");
      if (Files.isRegularFile(shared)) {
        folder = folder.resolve(Files.readString(shared).strip());
      }
      return Files.isDirectory(folder.resolve(Constants.OBJECTS))
          ? Optional.of(folder.normalize())
          : Optional.empty();
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot read " + clone + ": " + e.getMessage(), e);
    }
  }
}
