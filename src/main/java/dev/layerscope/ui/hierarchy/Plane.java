package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Camera;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.CanvasPalette;
import dev.layerscope.ui.common.Motion;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;

/**
 * A canvas with a camera over a sheet of cards or boxes: what moves it, and what shows it small,
 * need to know no more. One focusable node that is drawn at most once a frame.
 */
abstract class Plane extends Pane {
  /** Room between the edge of the canvas and what is brought into sight. */
  static final double MARGIN = 24;

  private final Canvas canvas = new Canvas();
  private final CanvasPalette palette = new CanvasPalette();
  private final Camera camera = new Camera();
  private final Flight flight;
  private Supplier<Optional<Rectangle>> covered = Optional::empty;
  private boolean due;

  /**
   * @param time how long movements take
   */
  Plane(Motion time) {
    flight = new Flight(this, time);
    getStyleClass().add("graph-pane");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    getChildren().addAll(palette, canvas);
    palette.onChange(this::repaint);
    focusedProperty().addListener(ignored -> repaint());
  }

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

  /** Draws; the canvas has that many pixels. */
  abstract void paint(double width, double height);

  /** Ends every movement where it is. */
  void stop() {
    flight.stop();
  }

  final Camera camera() {
    return camera;
  }

  final CanvasPalette palette() {
    return palette;
  }

  /** How this one moves. */
  final Flight flight() {
    return flight;
  }

  /** A brush for the canvas. */
  final CanvasBrush brush() {
    return new CanvasBrush(canvas.getGraphicsContext2D(), palette);
  }

  /** What floats over the canvas, in its pixels; nothing is brought into sight below it. */
  final Optional<Rectangle> covered() {
    return covered.get();
  }

  final void coveredBy(Supplier<Optional<Rectangle>> floating) {
    covered = floating;
  }

  /** Draws before the next frame. */
  public final void repaint() {
    if (!due && isVisible()) {
      due = true;
      Background.soon(() -> {
        due = false;
        paintNow();
      });
    }
  }

  /** Draws at once, where there is something to draw on. */
  final void paintNow() {
    if (canvas.getWidth() >= 1 && canvas.getHeight() >= 1) {
      paint(canvas.getWidth(), canvas.getHeight());
    }
  }

  /** The canvas has another size now. */
  void resized() {
    repaint();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      resized();
    }
  }
}
