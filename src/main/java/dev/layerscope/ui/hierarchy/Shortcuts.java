package dev.layerscope.ui.hierarchy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do on every picture besides moving on it, and where its menu comes from. */
public final class Shortcuts {
  private final Map<String, Runnable> keys = new HashMap<>();
  private BooleanSupplier escape = () -> false;
  private BiConsumer<Double, Double> menu = (x, y) -> {};

  /** What a key does: {@code B}, {@code Shift+L}. */
  public void on(String key, Runnable action) {
    keys.put(key, action);
  }

  /** What Escape does; false when there was nothing to leave. */
  public void onEscape(BooleanSupplier action) {
    escape = action;
  }

  /** Shows the menu of the selection at a place of the screen. */
  public void onMenu(BiConsumer<Double, Double> action) {
    menu = action;
  }

  void menu(double screenX, double screenY) {
    menu.accept(screenX, screenY);
  }

  boolean press(String key) {
    Runnable action = keys.get(key);
    if (action != null) {
      action.run();
    }
    return action != null;
  }

  boolean press(KeyEvent event) {
    return press((event.isShiftDown() ? "Shift+" : "") + event.getCode().getName());
  }

  /** Ctrl+C copies the name of the selection. */
  void copy(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C && press("Copy")) {
      event.consume();
    }
  }

  boolean escape() {
    return escape.getAsBoolean();
  }
}
