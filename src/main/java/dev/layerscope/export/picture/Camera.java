package dev.layerscope.export.picture;

import dev.layerscope.layout.Places.Rectangle;

/** From places on the sheet to pixels of the canvas. */
public final class Camera {
  public static final double MIN = 0.04;
  public static final double MAX = 4;

  private double zoom = 1;
  private double x;
  private double y;

  public double zoom() {
    return zoom;
  }

  /** The offset of the sheet's corner on the canvas. */
  public double x() {
    return x;
  }

  public double y() {
    return y;
  }

  public double toScreenX(double sheetX) {
    return sheetX * zoom + x;
  }

  public double toScreenY(double sheetY) {
    return sheetY * zoom + y;
  }

  public double toSheetX(double screenX) {
    return (screenX - x) / zoom;
  }

  public double toSheetY(double screenY) {
    return (screenY - y) / zoom;
  }

  public void pan(double dx, double dy) {
    x += dx;
    y += dy;
  }

  public void moveTo(double newX, double newY) {
    x = newX;
    y = newY;
  }

  public void set(double newZoom, double newX, double newY) {
    zoom = Math.clamp(newZoom, MIN, MAX);
    x = newX;
    y = newY;
  }

  /** Zooms so that the point under the pointer stays where it is. */
  public void zoomAt(double screenX, double screenY, double newZoom) {
    double sheetX = toSheetX(screenX);
    double sheetY = toSheetY(screenY);
    zoom = Math.clamp(newZoom, MIN, MAX);
    x = screenX - sheetX * zoom;
    y = screenY - sheetY * zoom;
  }

  /** What of the sheet a canvas of that size shows. */
  public Rectangle visible(double width, double height) {
    return new Rectangle(toSheetX(0), toSheetY(0), width / zoom, height / zoom);
  }
}
