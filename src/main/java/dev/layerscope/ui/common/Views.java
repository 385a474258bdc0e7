package dev.layerscope.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads a view: {@code XController} has {@code X.fxml} in the folder of the same name among the
 * resources.
 */
public final class Views {
  private Views() {}

  /** The view of a controller that was built by hand. */
  public static Parent load(Object controller) {
    Class<?> type = controller.getClass();
    String path = "/" + type.getName().replace('.', '/').replaceFirst("Controller$", "") + ".fxml";
    var loader =
        new FXMLLoader(Objects.requireNonNull(type.getResource(path), path), Messages.bundle());
    loader.setControllerFactory(ignored -> controller);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
