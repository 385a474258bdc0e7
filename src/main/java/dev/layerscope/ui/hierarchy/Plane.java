package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Camera;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.ui.common.CanvasPalette;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.layout.Pane;

/**
 * A canvas with a camera over a sheet of cards or boxes: what moves it, and what shows it small,
 * need to know no more.
 */
abstract class Plane extends Pane {
  /** Room between the edge of the canvas and what is brought into sight. */
  static final double MARGIN = 24;

  abstract Camera camera();

  abstract CanvasPalette palette();

  /** Draws before the next frame. */
  abstract void repaint();

  /** How large the sheet is; empty when there is none. */
  abstract Optional<Rectangle> extent();

  /** Where the selection is on the sheet, when it is there. */
  abstract Optional<Rectangle> chosen();

  /** Everything on the sheet: its place, and the colour of its layer. */
  abstract void eachPlace(BiConsumer<Rectangle, Tone> told);

  /** Selects what is at a point of the canvas; false for nothing there. */
  abstract boolean selectAt(double x, double y);

  /** What is on the sheet now; another object once that is something else. */
  abstract Object contents();

  /** How this one moves. */
  abstract Flight flight();

  /** Ends every movement where it is. */
  abstract void stop();
}
