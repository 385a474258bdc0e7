package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.export.picture.Words;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/**
 * What a row of a list shows, painted as cards are: labels and icons for forty rows, each dressed
 * by style sheets, are what opening and scrolling would wait for. The row itself speaks to a screen
 * reader.
 *
 * @param <R> what a row says
 */
abstract class PaintedLine<R> extends Region {
  static final double TILE = 18;
  private static final double SIGN = 13;

  private final Canvas canvas = new Canvas();
  private final CanvasBrush brush;
  private Optional<R> shown = Optional.empty();

  /**
   * @param shared the brush whose colours, fonts and images this row paints with
   * @param height in pixels
   */
  PaintedLine(CanvasBrush shared, double height) {
    brush = shared.on(canvas.getGraphicsContext2D());
    setMinSize(0, height);
    setPrefHeight(height);
    getChildren().add(canvas);
  }

  /**
   * Paints what a row says.
   *
   * @param width of the row
   * @param middle of its height, in whole pixels
   */
  abstract void paint(R row, double width, double middle);

  final CanvasBrush brush() {
    return brush;
  }

  /** Shows another row; nothing when it says the same. */
  final void show(Optional<R> row) {
    if (!shown.equals(row)) {
      shown = row;
      paint();
    }
  }

  /** Paints it anew: other colours are in force. */
  final void paint() {
    brush.clear();
    shown
        .filter(row -> canvas.getWidth() > 0)
        .ifPresent(row -> paint(row, canvas.getWidth(), Math.rint(canvas.getHeight() / 2)));
  }

  /** The sign of a difference in its colour. */
  final void tile(Mark mark, double left, double middle) {
    double wide = brush.words().width(mark.sign(), Words.Type.SEMIBOLD, SIGN);
    brush.fill(mark.tone(), left, middle - TILE / 2, TILE, TILE);
    brush.text(
        mark.sign(),
        Words.Type.SEMIBOLD,
        SIGN,
        Tone.SURFACE_CARD,
        Math.rint(left + (TILE - wide) / 2),
        middle + 5);
  }

  @Override
  protected final void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      paint();
    }
  }
}
