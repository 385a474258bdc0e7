package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Camera;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Duration;

/**
 * The mouse and the trackpad on a canvas: drag pans, the wheel zooms at the pointer, and what is
 * below the pointer is pointed out, pressed and explained.
 */
final class CameraMouse {
  private static final double STEADY = 4;

  private final Plane view;
  private final Touch touch;
  private final Tooltip tooltip = new Tooltip();
  private Point2D pressed = Point2D.ZERO;
  private Point2D last = Point2D.ZERO;
  private boolean dragging;

  /** What a pointer does to what is drawn. */
  interface Touch {
    /** Points something out; returns what is to be said of it, empty for nothing there. */
    String over(double x, double y);

    /** The pointer has left the canvas. */
    void leave();

    /** A click that was no drag. */
    void click(MouseEvent event);
  }

  CameraMouse(Plane view, Touch touch) {
    this.view = view;
    this.touch = touch;
  }

  void listen() {
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> touch.leave());
    view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    view.addEventHandler(ZoomEvent.ZOOM, this::pinch);
    tooltip.setShowDelay(Duration.millis(600));
    tooltip.setShowDuration(Duration.minutes(1));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(560);
  }

  private void press(MouseEvent event) {
    view.requestFocus();
    view.stop();
    pressed = new Point2D(event.getX(), event.getY());
    last = pressed;
    dragging = false;
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (!dragging && pressed.distance(event.getX(), event.getY()) < STEADY) {
      return;
    }
    dragging = true;
    view.setCursor(Cursor.CLOSED_HAND);
    view.camera().pan(event.getX() - last.getX(), event.getY() - last.getY());
    last = new Point2D(event.getX(), event.getY());
    view.repaint();
  }

  private void release(MouseEvent event) {
    view.setCursor(Cursor.DEFAULT);
    if (!dragging && event.getButton() == MouseButton.PRIMARY) {
      touch.click(event);
    }
  }

  private void move(MouseEvent event) {
    String said = touch.over(event.getX(), event.getY());
    view.setCursor(said.isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
    if (said.isEmpty()) {
      Tooltip.uninstall(view, tooltip);
    } else {
      tooltip.setText(said);
      Tooltip.install(view, tooltip);
    }
  }

  /** A wheel zooms; two fingers on a trackpad pan, as they do on a map. */
  private void scroll(ScrollEvent event) {
    view.stop();
    Camera camera = view.camera();
    boolean fingers = event.getTouchCount() > 0 || event.isInertia() || event.getDeltaX() != 0;
    if (event.isShiftDown()) {
      camera.pan(event.getDeltaX() + event.getDeltaY(), 0);
    } else if (fingers && !event.isShortcutDown()) {
      camera.pan(event.getDeltaX(), event.getDeltaY());
    } else if (event.getDeltaY() != 0) {
      double steps = Math.clamp(event.getDeltaY() / 40, -3, 3);
      camera.zoomAt(event.getX(), event.getY(), camera.zoom() * Math.pow(1.12, steps));
    }
    view.repaint();
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    Camera camera = view.camera();
    camera.zoomAt(event.getX(), event.getY(), camera.zoom() * event.getZoomFactor());
    view.repaint();
    event.consume();
  }
}
