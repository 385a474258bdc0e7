package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Camera;
import dev.layerscope.export.picture.CardPainter;
import dev.layerscope.export.picture.GraphPainter;
import dev.layerscope.export.picture.Sheet;
import dev.layerscope.layout.Places.Rectangle;
import java.util.Optional;

/** What of a card is under a point of the canvas: the card, its toggle, its menu button. */
final class CardHits {
  private static final double REACH = 9;
  private static final double PORT = 44;

  private final HierarchyViewModel model;
  private final GraphPainter painter;
  private final Camera camera;

  CardHits(HierarchyViewModel model, GraphPainter painter, Camera camera) {
    this.model = model;
    this.painter = painter;
    this.camera = camera;
  }

  /** The card under a point of the canvas. */
  Optional<Sheet.Card> cardAt(double x, double y) {
    double sheetX = camera.toSheetX(x);
    double sheetY = camera.toSheetY(y);
    return model
        .sheet()
        .get()
        .flatMap(sheet ->
            painter.near(sheet, sheetX, sheetY, REACH / camera.zoom()).stream()
                .filter(c -> c.box().contains(sheetX, sheetY) || onToggle(c, x, y))
                .findFirst());
  }

  /** Where a card is on the canvas now, in pixels. */
  Rectangle placeOf(Sheet.Card card) {
    return new Rectangle(
        camera.toScreenX(card.box().x()),
        camera.toScreenY(card.box().y()),
        card.box().width() * camera.zoom(),
        card.box().height() * camera.zoom());
  }

  boolean onToggle(Sheet.Card card, double x, double y) {
    double dx = x - camera.toScreenX(card.box().right());
    double dy = y - camera.toScreenY(card.box().y() + PORT);
    return card.folds()
        && camera.zoom() >= CardPainter.NAME
        && Math.abs(dx) <= REACH
        && Math.abs(dy) <= REACH;
  }

  /** Whether a point is on the button that a card shows below the pointer. */
  boolean onMenuButton(Sheet.Card card, double x, double y) {
    return camera.zoom() >= CardPainter.NAME_AND_PLACE
        && CardPainter.MENU.contains(
            camera.toSheetX(x) - card.box().x(), camera.toSheetY(y) - card.box().y());
  }
}
