package dev.layerscope.ui.hierarchy;

import dev.layerscope.ui.hierarchy.Walk.Step;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the canvas. Single letters count only while it has the focus. */
final class GraphKeys {
  private final GraphView view;
  private final HierarchyViewModel model;

  GraphKeys(GraphView view, HierarchyViewModel model) {
    this.view = view;
    this.model = model;
  }

  void listen() {
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    view.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      view.shortcuts().copy(event);
      return;
    }
    boolean known = walk(event.getCode()) || act(event);
    if (known) {
      event.consume();
    }
  }

  private boolean walk(KeyCode code) {
    Step step =
        switch (code) {
          case RIGHT, KP_RIGHT -> Step.RIGHT;
          case LEFT, KP_LEFT -> Step.LEFT;
          case UP, KP_UP -> Step.UP;
          case DOWN, KP_DOWN -> Step.DOWN;
          case HOME -> Step.HOME;
          case P -> Step.PARENT;
          default -> null;
        };
    if (step == null) {
      return false;
    }
    model.walk(step);
    view.reveal();
    return true;
  }

  private boolean act(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> model.focused().set(!model.focused().get());
      case ESCAPE -> {
        return view.shortcuts().escape();
      }
      case F -> {
        if (event.isShiftDown()) {
          view.flight().fitSelection();
        } else {
          view.fit();
        }
      }
      default -> {
        return view.shortcuts().press(event);
      }
    }
    return true;
  }

  /** Signs are told by what they print, wherever the keyboard has them. */
  private void typed(KeyEvent event) {
    switch (event.getCharacter()) {
      case "0" -> view.zoomTo(1);
      case "+", "=" -> view.flight().zoomBy(1.25);
      case "-" -> view.flight().zoomBy(0.8);
      case "/" -> view.shortcuts().press("/");
      case "?" -> view.shortcuts().press("?");
      case "*" -> model.selected().get().ifPresent(model::openAllBelow);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
