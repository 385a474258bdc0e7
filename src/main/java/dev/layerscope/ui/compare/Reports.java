package dev.layerscope.ui.compare;

import dev.layerscope.export.Inert;
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

/**
 * A menu that writes what is seen into a file, one item per form.
 *
 * @param <D> what the forms are printed from
 */
public final class Reports<D> {
  private final WorkspaceViewModel workspace;
  private final MenuButton button;
  private final String name;
  private final Supplier<Optional<D>> shown;

  /**
   * @param name of the file that is proposed, without its ending
   * @param shown what is seen; empty while there is nothing
   */
  public Reports(
      WorkspaceViewModel workspace, MenuButton button, String name, Supplier<Optional<D>> shown) {
    this.workspace = workspace;
    this.button = button;
    this.name = name;
    this.shown = shown;
    button.setOnShowing(ignored -> {
      boolean nothing = shown.get().isEmpty();
      button.getItems().forEach(item -> item.setDisable(nothing));
    });
  }

  /** One more form. */
  public Reports<D> add(String key, String ending, Function<D, String> print) {
    var item = new MenuItem(Messages.text(key));
    item.setOnAction(ignored -> shown.get().ifPresent(seen -> save(seen, ending, print)));
    button.getItems().add(item);
    return this;
  }

  private void save(D seen, String ending, Function<D, String> print) {
    var chooser = new FileChooser();
    chooser.setInitialFileName(name + "." + ending);
    File chosen = chooser.showSaveDialog(button.getScene().getWindow());
    if (chosen != null) {
      workspace
          .background()
          .ask(
              "export",
              Messages.text("report.writing", chosen.getName()),
              progress -> write(chosen, print.apply(seen)),
              ignored -> {},
              error -> workspace.fail(error, () -> {}));
    }
  }

  private static File write(File file, String text) throws IOException {
    Files.writeString(file.toPath(), Inert.text(text));
    return file;
  }
}
