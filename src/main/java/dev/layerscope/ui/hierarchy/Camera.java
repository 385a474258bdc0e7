package dev.layerscope.ui.hierarchy;

import dev.layerscope.layout.Places.Rectangle;

/** From places on the sheet to pixels of the canvas. */
final class Camera {
  static final double MIN = 0.04;
  static final double MAX = 4;

  private double zoom = 1;
  private double x;
  private double y;

  double zoom() {
    return zoom;
  }

  /** The offset of the sheet's corner on the canvas. */
  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double toScreenX(double sheetX) {
    return sheetX * zoom + x;
  }

  double toScreenY(double sheetY) {
    return sheetY * zoom + y;
  }

  double toSheetX(double screenX) {
    return (screenX - x) / zoom;
  }

  double toSheetY(double screenY) {
    return (screenY - y) / zoom;
  }

  void pan(double dx, double dy) {
    x += dx;
    y += dy;
  }

  void moveTo(double newX, double newY) {
    x = newX;
    y = newY;
  }

  void set(double newZoom, double newX, double newY) {
    zoom = Math.clamp(newZoom, MIN, MAX);
    x = newX;
    y = newY;
  }

  /** Zooms so that the point under the pointer stays where it is. */
  void zoomAt(double screenX, double screenY, double newZoom) {
    double sheetX = toSheetX(screenX);
    double sheetY = toSheetY(screenY);
    zoom = Math.clamp(newZoom, MIN, MAX);
    x = screenX - sheetX * zoom;
    y = screenY - sheetY * zoom;
  }

  /** What of the sheet a canvas of that size shows. */
  Rectangle visible(double width, double height) {
    return new Rectangle(toSheetX(0), toSheetY(0), width / zoom, height / zoom);
  }
}
