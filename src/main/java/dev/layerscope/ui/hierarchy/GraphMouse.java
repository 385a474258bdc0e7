package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Camera;
import dev.layerscope.export.picture.Sheet;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Duration;

/**
 * The mouse and the trackpad on the canvas: drag pans, the wheel zooms at the pointer, a click
 * selects.
 */
final class GraphMouse {
  private static final double STEADY = 4;

  private final GraphView view;
  private final HierarchyViewModel model;
  private final Camera camera;
  private final Tooltip tooltip = new Tooltip();
  private double pressX;
  private double pressY;
  private double lastX;
  private double lastY;
  private boolean dragging;

  GraphMouse(GraphView view, HierarchyViewModel model, Camera camera) {
    this.view = view;
    this.model = model;
    this.camera = camera;
  }

  void listen() {
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> view.hover(-1));
    view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    view.addEventHandler(ZoomEvent.ZOOM, this::pinch);
    tooltip.setShowDelay(Duration.millis(600));
  }

  private void press(MouseEvent event) {
    view.requestFocus();
    view.stop();
    pressX = lastX = event.getX();
    pressY = lastY = event.getY();
    dragging = false;
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (!dragging && Math.hypot(event.getX() - pressX, event.getY() - pressY) < STEADY) {
      return;
    }
    dragging = true;
    view.setCursor(Cursor.CLOSED_HAND);
    camera.pan(event.getX() - lastX, event.getY() - lastY);
    lastX = event.getX();
    lastY = event.getY();
    view.repaint();
  }

  private void release(MouseEvent event) {
    view.setCursor(Cursor.DEFAULT);
    if (dragging || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    Optional<Sheet.Card> hit = view.cardAt(event.getX(), event.getY());
    if (hit.isEmpty()) {
      model.focused().set(false);
      return;
    }
    Sheet.Card card = hit.get();
    NodeId id = node(card).id();
    if (view.onToggle(card, event.getX(), event.getY())) {
      model.selected().set(Optional.of(id));
      model.toggle(id);
    } else if (view.onMenuButton(card, event.getX(), event.getY())) {
      model.select(id);
      view.menu(event.getScreenX(), event.getScreenY());
    } else {
      model.select(id);
      if (event.getClickCount() == 2 && card.folds()) {
        model.toggle(id);
      }
    }
  }

  private void move(MouseEvent event) {
    Optional<Sheet.Card> hit = view.cardAt(event.getX(), event.getY());
    view.hover(hit.map(Sheet.Card::index).orElse(-1));
    view.setCursor(hit.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    hit.ifPresentOrElse(
        card -> {
          tooltip.setText(Speech.tooltip(model, node(card)));
          Tooltip.install(view, tooltip);
        },
        () -> Tooltip.uninstall(view, tooltip));
  }

  /** A wheel zooms; two fingers on a trackpad pan, as they do on a map. */
  private void scroll(ScrollEvent event) {
    view.stop();
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
    camera.zoomAt(event.getX(), event.getY(), camera.zoom() * event.getZoomFactor());
    view.repaint();
    event.consume();
  }

  private HierarchyNode node(Sheet.Card card) {
    return model.picture().orElseThrow().node(card.index());
  }
}
