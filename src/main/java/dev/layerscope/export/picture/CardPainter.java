package dev.layerscope.export.picture;

import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.layout.Places.Rectangle;
import org.jspecify.annotations.Nullable;

/** Draws one card at the detail its size allows. */
public final class CardPainter {
  public static final double ALL = 0.85;
  public static final double NAME_AND_PLACE = 0.6;
  public static final double NAME = 0.45;
  public static final double GLYPH = 0.2;

  /** Nothing that says something is smaller, in pixels. */
  private static final double LEAST_SIGN = 3;

  /** Where the button for a card's menu is, from the card's corner, at 100 %. */
  public static final Rectangle MENU = new Rectangle(180, 28, 22, 18);

  private final Brush brush;
  private final CardWriter writer;
  private final BlockPainter blocks;

  /** A card on the canvas, in whole pixels. */
  record Spot(double x, double y, double w, double h, double z) {}

  CardPainter(Brush brush) {
    this.brush = brush;
    writer = new CardWriter(brush);
    blocks = new BlockPainter(brush);
  }

  void paint(Sheet sheet, Sheet.Card card, Camera camera, GraphPainter.View view, boolean onChain) {
    HierarchyNode node = sheet.picture().node(card.index());
    double x = Math.round(camera.toScreenX(card.box().x()));
    double y = Math.round(camera.toScreenY(card.box().y()));
    double w = Math.round(camera.toScreenX(card.box().right())) - x;
    double h = Math.round(camera.toScreenY(card.box().bottom())) - y;
    var spot = new Spot(x, y, w, h, camera.zoom());
    LayerLook look = view.looks().of(node);
    Mark mark = view.marks().get(node.id());
    boolean selected = card.index() == view.selected();
    brush.alpha(1);
    double strength = 1;
    if (view.dims(card.index())) {
      strength = 0.42;
      brush.fill(Tone.SURFACE_CANVAS, x, y, w, h);
      brush.alpha(strength);
    }
    if (camera.zoom() < GLYPH) {
      block(spot, look, node, strength);
      small(spot, selected, mark, view.found().isHit(card.index()));
      return;
    }
    Tone border = border(card, view, selected, onChain, mark);
    if (card.closed() && camera.zoom() >= NAME) {
      pile(spot, border);
    }
    body(spot, node, border, selected, mark);
    bar(spot, look, node, strength);
    writer.write(sheet, card, spot, look, view);
    if (mark != null) {
      tile(spot, mark);
    }
    brush.alpha(1);
    // The colour of a difference takes the place of the selection's.
    if (selected && (view.keyboard() || mark != null)) {
      brush.border(Tone.ACCENT, x - 3, y - 3, w + 6, h + 6, view.keyboard() ? 2 : 1);
    }
    if (card.index() == view.hover() && camera.zoom() >= NAME_AND_PLACE) {
      menu(spot);
    }
    if (view.buttons() && card.folds() && camera.zoom() >= NAME) {
      toggle(spot, card, card.index() == view.hover());
    }
  }

  private static Tone border(
      Sheet.Card card,
      GraphPainter.View view,
      boolean selected,
      boolean onChain,
      @Nullable Mark mark) {
    if (selected || onChain || view.reaches(card.index())) {
      return Tone.ACCENT;
    }
    if (mark != null) {
      return mark.tone();
    }
    return card.index() == view.hover() ? Tone.TEXT_MUTED : Tone.BORDER_CARD;
  }

  private void block(Spot spot, LayerLook look, HierarchyNode node, double strength) {
    double w = Math.max(LEAST_SIGN, spot.w());
    double h = Math.max(2, spot.h());
    blocks.add(
        new BlockPainter.Block(spot.x(), spot.y(), w, h, look.tone(), worst(node), strength));
  }

  /** Selection, difference and match are seen however small the card is. */
  private void small(Spot spot, boolean selected, @Nullable Mark mark, boolean hit) {
    if (!selected && mark == null && !hit) {
      return;
    }
    blocks.end();
    double w = Math.max(LEAST_SIGN, spot.w());
    double h = Math.max(2, spot.h());
    if (hit) {
      brush.fill(Tone.MATCH, spot.x(), spot.y(), w, Math.max(LEAST_SIGN, h));
    }
    if (mark != null) {
      tile(spot, mark);
    }
    if (selected) {
      brush.border(Tone.ACCENT, spot.x() - 3, spot.y() - 3, w + 6, h + 6, 3);
    }
  }

  /** Draws what waits for more of its kind. */
  void end() {
    blocks.end();
  }

  private static @Nullable Tone worst(HierarchyNode node) {
    if (node.count(Severity.ERROR) > 0) {
      return Tone.FINDING_ERROR;
    }
    return node.count(Severity.WARNING) > 0 ? Tone.FINDING_WARNING : null;
  }

  private void pile(Spot spot, Tone border) {
    for (int offset = 6; offset >= 3; offset -= 3) {
      brush.fill(Tone.SURFACE_CARD, spot.x() + offset, spot.y() + offset, spot.w(), spot.h());
      brush.border(border, spot.x() + offset, spot.y() + offset, spot.w(), spot.h(), 1);
    }
  }

  private void body(
      Spot spot, HierarchyNode node, Tone border, boolean selected, @Nullable Mark mark) {
    Tone rest = selected ? Tone.ACCENT_BG : Tone.SURFACE_CARD;
    Tone fill = mark != null ? mark.background() : rest;
    brush.fill(fill, spot.x(), spot.y(), spot.w(), spot.h());
    if (node.unresolved().isPresent()
        || node.dormant().isPresent()
        || mark == Mark.REMOVED
        || mark == Mark.UNKNOWN) {
      brush.dashedBorder(
          border == Tone.BORDER_CARD ? Tone.TEXT_SUBTLE : border,
          spot.x(),
          spot.y(),
          spot.w(),
          spot.h());
    } else {
      brush.border(border, spot.x(), spot.y(), spot.w(), spot.h(), 1);
    }
  }

  private void bar(Spot spot, LayerLook look, HierarchyNode node, double alpha) {
    double width = Math.max(2, Math.rint(4 * Math.min(1, spot.z())));
    if (node.isResources() && spot.z() >= NAME) {
      brush.fill(look.tone(), spot.x() + 1, spot.y() + 1, 1, spot.h() - 2);
      brush.fill(look.tone(), spot.x() + width, spot.y() + 1, 1, spot.h() - 2);
      return;
    }
    brush.alpha(node.unresolved().isPresent() ? alpha * 0.5 : alpha);
    brush.fill(look.tone(), spot.x() + 1, spot.y() + 1, width, spot.h() - 2);
    brush.alpha(alpha);
  }

  /** Three dots below the pointer: the menu of the card. */
  private void menu(Spot spot) {
    double z = spot.z();
    double x = Math.round(spot.x() + MENU.x() * z);
    double y = Math.round(spot.y() + MENU.y() * z);
    double w = Math.round(MENU.width() * z);
    double h = Math.round(MENU.height() * z);
    brush.fill(Tone.SURFACE_CARD, x, y, w, h);
    brush.border(Tone.BORDER_CARD, x, y, w, h, 1);
    for (int i = -1; i <= 1; i++) {
      brush.fill(
          Tone.TEXT_MUTED, x + Math.round(w / 2 - 1 + i * 5 * z), y + Math.round(h / 2) - 1, 2, 2);
    }
  }

  private void toggle(Spot spot, Sheet.Card card, boolean hover) {
    double size = Math.max(11, Math.round(16 * Math.min(1, spot.z())));
    double x = Math.round(spot.x() + spot.w() - size / 2) + 0.0;
    double y = Math.round(spot.y() + 44 * spot.z() - size / 2) + 0.0;
    brush.fill(Tone.SURFACE_CARD, x, y, size, size);
    brush.border(hover ? Tone.TEXT_MUTED : Tone.BORDER_CARD, x, y, size, size, 1);
    double middle = Math.floor(size / 2);
    brush.fill(Tone.TEXT_MUTED, x + 3, y + middle - (size % 2 == 0 ? 1 : 0), size - 6, 1);
    if (card.closed()) {
      brush.fill(Tone.TEXT_MUTED, x + middle - (size % 2 == 0 ? 1 : 0), y + 3, 1, size - 6);
    }
  }

  private void tile(Spot spot, Mark mark) {
    double size = Math.max(3, Math.round(20 * Math.min(1, spot.z())));
    double x = spot.x() + spot.w() - size;
    brush.fill(mark.tone(), x, spot.y(), size, size);
    if (size >= 12) {
      String sign = mark.sign();
      double width = brush.words().width(sign, Words.Type.SEMIBOLD, size * 0.7);
      brush.text(
          sign,
          Words.Type.SEMIBOLD,
          size * 0.7,
          Tone.SURFACE_CARD,
          x + (size - width) / 2,
          spot.y() + size * 0.74);
    }
  }
}
