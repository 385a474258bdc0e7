package dev.layerscope.ui.shell;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/** A hand on the mouse: drags in circles, and turns the wheel to and fro. */
final class Hand {
  private static final double RADIUS = 260;
  private static final int ROUND = 120;

  private final Node on;
  private int step;
  private boolean down;

  Hand(Node on) {
    this.on = on;
  }

  void drag() {
    double turn = 2 * Math.PI * step++ / ROUND;
    double x = 400 + RADIUS * Math.cos(turn);
    double y = 400 + RADIUS * Math.sin(turn);
    if (!down) {
      down = true;
      mouse(MouseEvent.MOUSE_PRESSED, x, y);
    }
    mouse(MouseEvent.MOUSE_DRAGGED, x, y);
  }

  boolean release() {
    down = false;
    step = 0;
    mouse(MouseEvent.MOUSE_RELEASED, 400, 400);
    return true;
  }

  /** A second out, a second in: no fewer cards than there were. */
  void zoom() {
    double notch = step++ / 60 % 2 == 0 ? -5 : 5;
    Event.fireEvent(
        on,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            400,
            400,
            400,
            400,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            notch,
            0,
            notch,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            new PickResult(on, 400, 400)));
  }

  private void mouse(EventType<MouseEvent> type, double x, double y) {
    Event.fireEvent(
        on,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            false,
            new PickResult(on, x, y)));
  }
}
