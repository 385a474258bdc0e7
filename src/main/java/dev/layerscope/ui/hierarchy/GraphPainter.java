package dev.layerscope.ui.hierarchy;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.ui.common.LayerLook;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Tone;
import dev.layerscope.ui.workspace.LayerLooks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Draws what of a sheet is in sight: frames, then lines, then cards. */
final class GraphPainter {
  private static final double FRAME_TEXT = 0.6;

  private final Brush brush;
  private final CardPainter cards;
  private final LinkPainter links;

  /**
   * Everything the painter needs to know besides the sheet.
   *
   * @param hover index of the card below the pointer; -1 for none
   * @param keyboard whether the canvas has the focus
   */
  record View(
      LayerLooks looks,
      int selected,
      int hover,
      boolean keyboard,
      boolean focused,
      Search.Found found,
      Map<NodeId, HierarchyViewModel.Mark> marks) {}

  GraphPainter(Brush brush) {
    this.brush = brush;
    cards = new CardPainter(brush);
    links = new LinkPainter(brush);
  }

  /** Draws and says how many cards were drawn. */
  int paint(Sheet sheet, Camera camera, View view, double width, double height) {
    brush.alpha(1);
    brush.fill(Tone.SURFACE_CANVAS, 0, 0, width, height);
    Rectangle seen = camera.visible(width, height);
    Set<Integer> chain = chain(sheet, view);
    for (Sheet.Frame frame : sheet.frames()) {
      if (frame.box().intersects(seen)) {
        frame(sheet, frame, camera, view);
      }
    }
    links.paint(sheet, camera, seen, view, chain);
    var reach = view.focused() ? reached(sheet, view, chain) : Set.<Integer>of();
    int drawn = 0;
    for (Sheet.Card card : sheet.cards()) {
      if (card.box().intersects(seen)) {
        boolean dimmed = view.focused() && !reach.contains(card.index());
        cards.paint(sheet, card, camera, view, chain.contains(card.index()), dimmed);
        drawn++;
      }
    }
    return drawn;
  }

  private static Set<Integer> chain(Sheet sheet, View view) {
    return view.selected() < 0 ? Set.of() : new HashSet<>(sheet.picture().chain(view.selected()));
  }

  /** The chain, and everything below the selection. */
  private static Set<Integer> reached(Sheet sheet, View view, Set<Integer> chain) {
    var below = new HashSet<Integer>();
    below.add(view.selected());
    for (int at : sheet.picture().order()) {
      if (below.contains(sheet.picture().parent(at))) {
        below.add(at);
      }
    }
    below.addAll(chain);
    return below;
  }

  private void frame(Sheet sheet, Sheet.Frame frame, Camera camera, View view) {
    HierarchyNode node = sheet.picture().node(frame.head());
    LayerLook look = view.looks().of(node.layer());
    double x = Math.round(camera.toScreenX(frame.box().x()));
    double y = Math.round(camera.toScreenY(frame.box().y()));
    double w = Math.round(frame.box().width() * camera.zoom());
    double h = Math.round(frame.box().height() * camera.zoom());
    brush.fill(look.tint(), x, y, w, h);
    brush.fill(look.tone(), x, y, w, 1);
    if (camera.zoom() >= FRAME_TEXT) {
      heading(sheet, frame, node, look, camera.zoom(), x, y, w, view);
    }
  }

  private void heading(
      Sheet sheet,
      Sheet.Frame frame,
      HierarchyNode node,
      LayerLook look,
      double z,
      double x,
      double y,
      double w,
      View view) {
    boolean top = sheet.picture().depth(frame.head()) == 0;
    String title = top ? sheet.picture().root().name() : node.layer();
    int roots = sheet.picture().hierarchy().roots().size();
    String note =
        top
            ? Messages.text("frame.root")
            : Messages.text("frame.used", view.looks().rootsWith(node.layer()), roots);
    double baseline = Math.round(y + 16 * z);
    brush.glyph(look, false, Math.round(x + 9 * z), Math.round(y + 8 * z), 9 * z);
    double noteWidth = brush.words().width(note, Words.Type.REGULAR, 11 * z);
    double room = w - 24 * z - 16 * z - noteWidth;
    String shown = brush.words().cutMiddle(title, Words.Type.SEMIBOLD, 11 * z, room);
    brush.text(shown, Words.Type.SEMIBOLD, 11 * z, Tone.TEXT, Math.round(x + 24 * z), baseline);
    brush.text(
        note,
        Words.Type.REGULAR,
        11 * z,
        Tone.TEXT_MUTED,
        Math.round(x + w - 8 * z - noteWidth),
        baseline);
  }

  /** The looks of the layers drawn, for the minimap. */
  static Map<Integer, LayerLook> looksOf(Sheet sheet, LayerLooks looks) {
    var map = new HashMap<Integer, LayerLook>();
    sheet
        .cards()
        .forEach(card -> map.put(card.index(), looks.of(sheet.picture().node(card.index()))));
    return map;
  }
}
