package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.Doorbell;
import dev.layerscope.ui.shell.App.Built;
import dev.layerscope.workspace.UserFolders;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.stage.Stage;

/** A bell for the workspace each window has open: opening it a second time brings it forward. */
final class Bells {
  private final Path folder;
  private final Map<Built, Doorbell> hung = new HashMap<>();

  Bells(Path folder) {
    this.folder = folder;
  }

  /** Whether another program of this user has a workspace open, and has come forward. */
  static boolean rungAt(Path workspace) {
    return Doorbell.ring(UserFolders.dataFolder().resolve("open"), workspace);
  }

  /** Answers for whatever a window has open from now on. */
  void answer(Built window) {
    window
        .workspace()
        .opened()
        .addListener(ignored -> {
          forget(window);
          window
              .workspace()
              .opened()
              .get()
              .flatMap(open ->
                  Doorbell.hang(folder, open.workspace().file(), () -> forward(window.stage())))
              .ifPresent(bell -> hung.put(window, bell));
        });
  }

  /** A window is closed. */
  void forget(Built window) {
    Doorbell bell = hung.remove(window);
    if (bell != null) {
      bell.close();
    }
  }

  void close() {
    hung.values().forEach(Doorbell::close);
    hung.clear();
  }

  /**
   * Window systems that keep a window from taking the focus still let one be on top for a moment.
   */
  private static void forward(Stage stage) {
    stage.setIconified(false);
    stage.setAlwaysOnTop(true);
    stage.toFront();
    stage.requestFocus();
    stage.setAlwaysOnTop(false);
  }
}
