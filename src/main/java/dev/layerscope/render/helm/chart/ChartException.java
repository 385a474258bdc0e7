package dev.layerscope.render.helm.chart;

/** The files of a chart cannot be had; the message says why. Never leaves the Helm packages. */
public final class ChartException extends Exception {
  private static final long serialVersionUID = 1L;

  public ChartException(String message) {
    super(message);
  }

  /** The message, never null. */
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
