package dev.layerscope.operation.settings;

import dev.layerscope.workspace.WorkspaceEdit;
import dev.layerscope.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Reads and writes a workspace file for a form. The file is the truth: the form follows it. */
public final class EditWorkspace {
  private EditWorkspace() {}

  /**
   * The file as it is now.
   *
   * @throws WorkspaceException when it cannot be read
   */
  public static WorkspaceEdit read(Path file) throws WorkspaceException {
    try {
      return new WorkspaceEdit(file, Files.readString(file));
    } catch (IOException e) {
      throw new WorkspaceException(file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Writes it whole, or not at all.
   *
   * @param before what the person has seen
   * @throws WorkspaceException when the file is another one by now, or cannot be written; it stays
   *     as it is
   */
  public static void write(WorkspaceEdit before, WorkspaceEdit after) throws WorkspaceException {
    Path file = after.file().toAbsolutePath();
    if (!read(before.file()).text().equals(before.text())) {
      throw new WorkspaceException(
          file + " was changed by somebody else meanwhile. Nothing was written; look again.");
    }
    try {
      Path fresh = Files.createTempFile(file.getParent(), ".workspace", ".tmp");
      try {
        Files.writeString(fresh, after.text());
        move(fresh, file.toRealPath());
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new WorkspaceException(file + " cannot be written: " + e.getMessage());
    }
  }

  private static void move(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
