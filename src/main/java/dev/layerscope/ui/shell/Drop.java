package dev.layerscope.ui.shell;

import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * Takes what is dropped on the window: a workspace is opened; a manifest or an address goes to the
 * form that clones from it.
 */
final class Drop {
  private final Consumer<Path> open;
  private final Consumer<String> clone;

  Drop(Consumer<Path> open, Consumer<String> clone) {
    this.open = open;
    this.clone = clone;
  }

  void on(Scene scene) {
    scene.setOnDragOver(event -> {
      if (dropped(event.getDragboard()).isPresent()) {
        event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
      }
      event.consume();
    });
    scene.setOnDragDropped(event -> {
      Optional<String> dropped = dropped(event.getDragboard());
      dropped.ifPresent(this::take);
      event.setDropCompleted(dropped.isPresent());
      event.consume();
    });
  }

  private static Optional<String> dropped(Dragboard board) {
    if (board.hasFiles()) {
      return board.getFiles().stream().map(file -> file.toPath().toString()).findFirst();
    }
    return Optional.ofNullable(board.hasUrl() ? board.getUrl() : board.getString())
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.lines().count() == 1);
  }

  /** A folder with a workspace file, or the file itself, is opened; all else may be a start. */
  void take(String dropped) {
    Optional<Path> place = onDisk(dropped);
    boolean workspace =
        place
            .filter(path ->
                path.endsWith(WorkspaceFile.NAME)
                    || Files.isRegularFile(path.resolve(WorkspaceFile.NAME)))
            .isPresent();
    if (workspace) {
      open.accept(place.orElseThrow());
    } else {
      clone.accept(dropped);
    }
  }

  private static Optional<Path> onDisk(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::exists);
    } catch (java.nio.file.InvalidPathException anAddress) {
      return Optional.empty();
    }
  }
}
