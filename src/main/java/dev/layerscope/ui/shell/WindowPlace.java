package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.SettingsFile;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window was when it was last closed. A place outside of every screen is forgotten. */
final class WindowPlace {
  private final SettingsFile settings;

  WindowPlace(SettingsFile settings) {
    this.settings = settings;
  }

  void restore(Stage stage) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(number("width").orElse(1440.0), screen.getWidth()));
    stage.setHeight(Math.min(number("height").orElse(900.0), screen.getHeight()));
    Optional<Double> x = number("x");
    Optional<Double> y = number("y");
    if (x.isPresent()
        && y.isPresent()
        && !Screen.getScreensForRectangle(x.get(), y.get(), 200, 100).isEmpty()) {
      stage.setX(x.get());
      stage.setY(y.get());
    }
    stage.setMaximized(settings.get("window.maximized").map(Boolean::parseBoolean).orElse(false));
  }

  void remember(Stage stage) {
    settings.put("window.maximized", Boolean.toString(stage.isMaximized()));
    if (!stage.isMaximized()) {
      settings.put("window.x", Double.toString(stage.getX()));
      settings.put("window.y", Double.toString(stage.getY()));
      settings.put("window.width", Double.toString(stage.getWidth()));
      settings.put("window.height", Double.toString(stage.getHeight()));
    }
  }

  private Optional<Double> number(String key) {
    try {
      return settings
          .get("window." + key)
          .map(Double::valueOf)
          .filter(value -> value > -10_000 && value < 20_000);
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }
}
