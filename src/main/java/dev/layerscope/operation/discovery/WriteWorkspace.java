package dev.layerscope.operation.discovery;

import dev.layerscope.workspace.WorkspaceDraft;
import dev.layerscope.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what was discovered as a folder fit for git; never over something that is there. */
public final class WriteWorkspace {
  private static final String ROOTS = "roots";

  private WriteWorkspace() {}

  /**
   * To be asked before long work.
   *
   * @throws FileAlreadyExistsException when the folder has a workspace file
   */
  public static void refuseTaken(Path folder) throws FileAlreadyExistsException {
    Path file = folder.resolve(WorkspaceFile.NAME);
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  /**
   * Writes the workspace file, and beside it a copy of a bootstrap manifest that lies elsewhere.
   *
   * @return the workspace file
   * @throws FileAlreadyExistsException when there is one already; nothing was written
   */
  public static Path write(Discovered discovered, Path folder) throws IOException {
    refuseTaken(folder);
    WorkspaceDraft draft = discovered.draft();
    return switch (draft.root()) {
      case WorkspaceDraft.DraftRoot.None ignored -> draft.write(folder);
      case WorkspaceDraft.DraftRoot.InGit ignored -> draft.write(folder);
      case WorkspaceDraft.DraftRoot.Beside(String name, String file) ->
          draft.withRoot(beside(name, Path.of(file), folder)).write(folder);
    };
  }

  private static WorkspaceDraft.DraftRoot beside(String name, Path manifest, Path folder)
      throws IOException {
    Path place = manifest;
    if (!manifest.startsWith(folder)) {
      place = folder.resolve(ROOTS).resolve(manifest.getFileName());
      Files.createDirectories(folder.resolve(ROOTS));
      Files.copy(manifest, place);
    }
    String relative = folder.relativize(place).toString().replace('\\', '/');
    return new WorkspaceDraft.DraftRoot.Beside(name, relative);
  }
}
