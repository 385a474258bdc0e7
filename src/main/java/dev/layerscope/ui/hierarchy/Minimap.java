package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Tone;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.ui.common.Messages;
import java.util.BitSet;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The whole sheet, small, with a frame around what the canvas shows; press to go there. */
final class Minimap extends StackPane {
  private static final double WIDTH = 160;
  private static final double HEIGHT = 84;
  private static final double EDGE = 6;

  private final Canvas cards = new Canvas(WIDTH - 2, HEIGHT - 2);
  private final Canvas canvas = new Canvas(WIDTH - 2, HEIGHT - 2);
  private Plane view;
  private @Nullable Object drawn;
  private Color drawnOn = Color.TRANSPARENT;

  Minimap(Plane view) {
    this.view = view;
    getStyleClass().add("floating");
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setAccessibleText(Messages.text("graph.minimap"));
    getChildren().addAll(cards, canvas);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
  }

  /** Shows another canvas small. */
  void of(Plane other) {
    view = other;
  }

  void paint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Optional<Rectangle> sheet = view.extent();
    sheet.ifPresent(shown -> paint(g, shown));
    cards.setVisible(sheet.isPresent());
  }

  /** The cards are painted once for each sheet and theme: with every frame only the view moves. */
  @SuppressWarnings("ReferenceEquality") // the same sheet, not one that is equal
  private void paintCards(Rectangle sheet) {
    Color ground = view.palette().get(Tone.SURFACE_CANVAS);
    Object contents = view.contents();
    if (drawn == contents && ground.equals(drawnOn)) {
      return;
    }
    drawn = contents;
    drawnOn = ground;
    GraphicsContext g = cards.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    double scale = scale(sheet);
    var taken = new BitSet();
    view.eachPlace((box, tone) -> {
      // Of a large sheet many cards fall on one pixel: the first one has it.
      int across = (int) (box.x() * scale);
      int down = (int) (box.y() * scale);
      int pixel = down * (int) WIDTH + across;
      if (!taken.get(pixel)) {
        taken.set(pixel);
        g.setFill(view.palette().get(tone));
        g.fillRect(
            EDGE + box.x() * scale,
            EDGE + box.y() * scale,
            Math.max(1, box.width() * scale),
            Math.max(1, box.height() * scale));
      }
    });
  }

  private void paint(GraphicsContext g, Rectangle sheet) {
    paintCards(sheet);
    double scale = scale(sheet);
    Rectangle seen = view.camera().visible(view.getWidth(), view.getHeight());
    double left = Math.clamp(EDGE + seen.x() * scale, 1, canvas.getWidth() - 4);
    double top = Math.clamp(EDGE + seen.y() * scale, 1, canvas.getHeight() - 4);
    double right = Math.clamp(EDGE + seen.right() * scale, 4, canvas.getWidth() - 1);
    double bottom = Math.clamp(EDGE + seen.bottom() * scale, 4, canvas.getHeight() - 1);
    g.setStroke(view.palette().get(Tone.ACCENT));
    g.setLineWidth(1);
    g.strokeRect(
        Math.floor(left) + 0.5,
        Math.floor(top) + 0.5,
        Math.max(3, Math.floor(right - left) - 1),
        Math.max(3, Math.floor(bottom - top) - 1));
  }

  private double scale(Rectangle sheet) {
    double across = (canvas.getWidth() - 2 * EDGE) / Math.max(1, sheet.width());
    double down = (canvas.getHeight() - 2 * EDGE) / Math.max(1, sheet.height());
    return Math.min(0.16, Math.min(across, down));
  }

  private void go(MouseEvent event) {
    view.extent()
        .ifPresent(sheet -> {
          double scale = scale(sheet);
          view.stop();
          view.flight().centerOn((event.getX() - EDGE) / scale, (event.getY() - EDGE) / scale);
        });
    event.consume();
  }
}
