package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Asks which workspace to open; empty when nobody chose one. */
final class OpenDialogs {
  private OpenDialogs() {}

  /** A folder with a workspace file in it. */
  static Optional<Path> folder(Window over) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("open.title"));
    return Optional.ofNullable(chooser.showDialog(over)).map(File::toPath);
  }

  /** The file itself, whatever it is called. */
  static Optional<Path> file(Window over) {
    var chooser = new FileChooser();
    chooser.setTitle(Messages.text("open.file.title"));
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter(Messages.text("open.file.kind"), "workspace.yaml", "*.layerscope"),
            new ExtensionFilter(Messages.text("open.file.all"), "*"));
    return Optional.ofNullable(chooser.showOpenDialog(over)).map(File::toPath);
  }
}
