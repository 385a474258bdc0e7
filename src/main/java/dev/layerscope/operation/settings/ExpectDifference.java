package dev.layerscope.operation.settings;

import dev.layerscope.git.GitException;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.git.commit.FileMoves;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.workspace.ExpectedEntry;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import dev.layerscope.workspace.WorkspaceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes into the workspace file what is expected to differ, and takes it out again. Comments and
 * all other lines stay; the file is whole at every moment, and is refused as soon as somebody else
 * has changed it meanwhile.
 */
public final class ExpectDifference {
  private ExpectDifference() {}

  /**
   * What came of it.
   *
   * @param opened the workspace as the file says now, with everything that is remembered of it
   * @param before the file's text before
   * @param after its text now
   */
  public record Written(Opened opened, String before, String after) {
    /** Whether the file was another one before. */
    public boolean changed() {
      return !before.equals(after);
    }
  }

  /**
   * What the file expects to differ, in the order written; what comes with the program and is not
   * named there is not among it.
   *
   * @throws GitException when the file cannot be read
   */
  public static List<ExpectedEntry> entries(Opened opened) throws GitException {
    return WorkspaceText.expected(read(file(opened)));
  }

  /** An entry says something else from now on. */
  public static Written change(Opened opened, ExpectedEntry before, ExpectedEntry after)
      throws WorkspaceException, GitException {
    return write(opened, text -> WorkspaceText.replaced(text, before, after));
  }

  /**
   * The file as it was before something was written, byte for byte.
   *
   * @throws GitException when somebody else has changed it meanwhile
   */
  public static Written undo(Opened opened, Written last) throws WorkspaceException, GitException {
    return write(
        opened,
        text -> {
          if (!text.equals(last.after())) {
            throw new WorkspaceException(
                file(opened) + " has changed meanwhile. Take the entry out there yourself.");
          }
          return last.before();
        });
  }

  /**
   * From now on a difference is expected; when it is already, nothing is written.
   *
   * @throws WorkspaceException when there is no safe place in the file, with the lines to paste, or
   *     the entry is none
   * @throws GitException when the file cannot be written or has changed meanwhile
   */
  public static Written expect(Opened opened, ExpectedEntry entry)
      throws WorkspaceException, GitException {
    return write(opened, text -> WorkspaceText.with(text, entry));
  }

  /** A difference is expected no longer; when it was not, nothing is written. */
  public static Written forget(Opened opened, ExpectedEntry entry)
      throws WorkspaceException, GitException {
    return write(opened, text -> WorkspaceText.without(text, entry));
  }

  private interface Change {
    String of(String text) throws WorkspaceException;
  }

  private static Written write(Opened opened, Change change)
      throws WorkspaceException, GitException {
    Path file = file(opened);
    String before = read(file);
    String after = change.of(before);
    Workspace workspace = WorkspaceFile.of(file, after);
    if (!before.equals(after)) {
      FileMoves.move(new ChangeSet.FileMove(file, Optional.of(before), Optional.of(after)));
    }
    var repositories = new OpenRepositories(workspace, opened.repositories().all());
    return new Written(opened.beside(workspace, repositories), before, after);
  }

  private static Path file(Opened opened) {
    return opened.workspace().file().toAbsolutePath().normalize();
  }

  private static String read(Path file) throws GitException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
