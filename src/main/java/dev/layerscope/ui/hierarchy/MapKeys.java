package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.MapPicture;
import javafx.scene.input.KeyEvent;

/** The keys of a map: as on the tree, as far as a map has the same things. */
final class MapKeys {
  private final MapView view;
  private final MapChoice choice;
  private final Shortcuts shortcuts;

  MapKeys(MapView view, MapChoice choice, Shortcuts shortcuts) {
    this.view = view;
    this.choice = choice;
    this.shortcuts = shortcuts;
  }

  void listen() {
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    view.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      shortcuts.copy(event);
    } else if (act(event)) {
      event.consume();
    }
  }

  private boolean act(KeyEvent event) {
    switch (event.getCode()) {
      case UP, KP_UP -> step(0, -1);
      case DOWN, KP_DOWN -> step(0, 1);
      case LEFT, KP_LEFT -> step(-1, 0);
      case RIGHT, KP_RIGHT -> step(1, 0);
      case HOME -> first();
      case ENTER -> view.toTree();
      case ESCAPE -> {
        return shortcuts.escape();
      }
      case F -> {
        if (event.isShiftDown()) {
          view.flight().fitSelection();
        } else {
          view.flight().fit();
        }
      }
      case S -> choice.splits();
      case T -> choice.teams();
      default -> {
        return shortcuts.press(event);
      }
    }
    return true;
  }

  /** Signs are told by what they print, wherever the keyboard has them. */
  private void typed(KeyEvent event) {
    switch (event.getCharacter()) {
      case "0" -> view.flight().zoomTo(1);
      case "+", "=" -> view.flight().zoomBy(1.25);
      case "-" -> view.flight().zoomBy(0.8);
      case "/" -> shortcuts.press("/");
      case "?" -> shortcuts.press("?");
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void first() {
    view.picture().flatMap(map -> map.boxes().stream().findFirst()).ifPresent(view::select);
  }

  private void step(int dx, int dy) {
    view.picture().ifPresent(map -> step(map, dx, dy));
  }

  private void step(MapPicture map, int dx, int dy) {
    view.selected()
        .flatMap(from -> MapWalk.next(map, from, dx, dy))
        .or(() -> view.selected().isPresent() ? view.selected() : map.boxes().stream().findFirst())
        .ifPresent(view::select);
  }
}
