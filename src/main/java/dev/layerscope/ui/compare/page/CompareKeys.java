package dev.layerscope.ui.compare.page;

import dev.layerscope.ui.common.DiffView;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Side;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the compare page; single letters are not for whoever types into a field. */
final class CompareKeys {
  private final DiffView view;
  private final CompareWalk walk;
  private final CompareSwitches switches;
  private final CompareHidden hidden;
  private final DifferenceMenu menu;
  private final Map<KeyCode, Runnable> others = new EnumMap<>(KeyCode.class);

  CompareKeys(
      DiffView view,
      CompareWalk walk,
      CompareSwitches switches,
      CompareHidden hidden,
      DifferenceMenu menu) {
    this.view = view;
    this.walk = walk;
    this.switches = switches;
    this.hidden = hidden;
    this.menu = menu;
  }

  /** One more single key. */
  CompareKeys with(KeyCode code, Runnable action) {
    others.put(code, action);
    return this;
  }

  void press(KeyEvent event) {
    // The field within an editable box has the focus, and the box gets the keys.
    boolean typing =
        event.getTarget() instanceof TextInputControl
            || event.getTarget() instanceof ComboBoxBase<?> box && box.isEditable();
    if (event.isShortcutDown() ? shortcut(event, typing) : single(event, typing)) {
      event.consume();
    }
  }

  private boolean shortcut(KeyEvent event, boolean typing) {
    switch (event.getCode()) {
      case F7 -> walk.row(event.isShiftDown() ? -1 : 1);
      case F -> view.search();
      case C -> {
        if (typing) {
          return false;
        }
        view.list().copy();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean single(KeyEvent event, boolean typing) {
    if (typing && event.getCode() != KeyCode.F7) {
      return false;
    }
    switch (event.getCode()) {
      case F7 -> walk.difference(event.isShiftDown() ? -1 : 1);
      case J -> walk.difference(1);
      case K -> walk.difference(-1);
      case CLOSE_BRACKET -> walk.row(1);
      case OPEN_BRACKET -> walk.row(-1);
      case T -> switches.nextMode();
      case U -> switches.toggleLayout();
      case H -> hidden.toggle();
      case V -> walk.viewed();
      case SPACE -> walk.tick();
      case E -> view.list().openFold();
      case R -> menu.of(view.list()).show(view.list(), Side.TOP, 80, 40);
      default -> {
        return other(event);
      }
    }
    return true;
  }

  private boolean other(KeyEvent event) {
    Runnable action = event.isAltDown() ? null : others.get(event.getCode());
    if (action == null) {
      return false;
    }
    action.run();
    return true;
  }
}
