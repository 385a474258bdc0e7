package dev.layerscope.ui.compare;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.export.MatrixHtml;
import dev.layerscope.export.MatrixText;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;

/** Writes the matrix as it is seen into a file. */
final class MatrixExports {
  private final WorkspaceViewModel workspace;
  private final MenuButton button;
  private final Supplier<Optional<MatrixDocument>> shown;

  MatrixExports(
      WorkspaceViewModel workspace, MenuButton button, Supplier<Optional<MatrixDocument>> shown) {
    this.workspace = workspace;
    this.button = button;
    this.shown = shown;
  }

  void fill() {
    item("matrix.csv", "csv", MatrixText::csv);
    item("matrix.markdown", "md", MatrixText::markdown);
    item("matrix.html", "html", MatrixHtml::print);
  }

  private void item(String key, String ending, Function<MatrixDocument, String> print) {
    var item = new MenuItem(Messages.text(key));
    item.setOnAction(ignored -> shown.get().ifPresent(m -> save(m, ending, print)));
    button.getItems().add(item);
  }

  private void save(
      MatrixDocument document, String ending, Function<MatrixDocument, String> print) {
    var chooser = new FileChooser();
    chooser.setInitialFileName("matrix." + ending);
    File chosen = chooser.showSaveDialog(button.getScene().getWindow());
    if (chosen != null) {
      workspace
          .background()
          .ask(
              "export",
              Messages.text("status.matrix"),
              progress -> write(chosen, print.apply(document)),
              ignored -> {},
              error -> workspace.fail(error, () -> {}));
    }
  }

  private static File write(File file, String text) throws IOException {
    Files.writeString(file.toPath(), dev.layerscope.export.Inert.text(text));
    return file;
  }
}
