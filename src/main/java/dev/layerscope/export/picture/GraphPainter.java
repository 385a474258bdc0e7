package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.Places.Rectangle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws what of a sheet is in sight: frames, then lines, then cards. */
public final class GraphPainter {
  private static final double FRAME_TEXT = 0.6;

  private final Brush brush;
  private final CardPainter cards;
  private final LinkPainter links;
  private final GhostPainter ghosts;

  /**
   * Everything the painter needs to know besides the sheet.
   *
   * @param hover index of the card below the pointer; -1 for none
   * @param keyboard whether the canvas has the focus
   * @param lit the nodes that stand out while the others are dimmed; empty when all do
   * @param reached whether what is lit is a blast radius: then its lines are drawn strong
   * @param notes what a marked card says instead of its badges
   * @param below what a closed card says of the marks it hides
   * @param buttons whether there is somebody who could press one
   */
  public record View(
      LayerLooks looks,
      int selected,
      int hover,
      boolean keyboard,
      Optional<BitSet> lit,
      boolean reached,
      Found found,
      Map<NodeId, Mark> marks,
      Map<NodeId, String> notes,
      MarksBelow below,
      boolean buttons) {
    /** A picture nobody points at: on paper. */
    public static View still(LayerLooks looks) {
      return new View(
          looks,
          -1,
          -1,
          false,
          Optional.empty(),
          false,
          Found.NOTHING,
          Map.of(),
          Map.of(),
          MarksBelow.NONE,
          false);
    }

    /** Whether a blast radius is shown and reaches a node. */
    boolean reaches(int index) {
      return reached && lit.isPresent() && lit.get().get(index);
    }

    boolean dims(int index) {
      return lit.isPresent() && !lit.get().get(index);
    }
  }

  public GraphPainter(Brush brush) {
    this.brush = brush;
    cards = new CardPainter(brush);
    links = new LinkPainter(brush);
    ghosts = new GhostPainter(brush);
  }

  /** Draws and says how many cards were drawn. */
  public int paint(Sheet sheet, Camera camera, View view, double width, double height) {
    brush.alpha(1);
    brush.fill(Tone.SURFACE_CANVAS, 0, 0, width, height);
    return paintOn(sheet, camera, view, width, height);
  }

  /** The same on a ground that is painted already. */
  int paintOn(Sheet sheet, Camera camera, View view, double width, double height) {
    Rectangle seen = camera.visible(width, height);
    BitSet chain = chain(sheet, view);
    InSight at = sheet.inSight();
    for (Sheet.Frame frame : sheet.frames()) {
      if (frame.box().intersects(seen)) {
        frame(sheet, frame, camera, view);
      }
    }
    links.paint(sheet, at, camera, seen, view, chain);
    for (Sheet.Ghost ghost : sheet.ghosts()) {
      if (LinkPainter.around(ghost).intersects(seen)) {
        ghosts.paint(sheet, ghost, camera, view);
      }
    }
    int[] drawn = {0};
    at.cards(
        seen,
        card -> {
          cards.paint(sheet, card, camera, view, chain.get(card.index()));
          drawn[0]++;
        });
    cards.end();
    return drawn[0];
  }

  /** The cards around a point of the sheet. */
  public List<Sheet.Card> near(Sheet sheet, double x, double y, double reach) {
    var near = new ArrayList<Sheet.Card>();
    sheet.inSight().cards(new Rectangle(x - reach, y - reach, 2 * reach, 2 * reach), near::add);
    return near;
  }

  private static BitSet chain(Sheet sheet, View view) {
    var chain = new BitSet();
    if (view.selected() >= 0) {
      sheet.picture().chain(view.selected()).forEach(chain::set);
    }
    return chain;
  }

  private void frame(Sheet sheet, Sheet.Frame frame, Camera camera, View view) {
    HierarchyNode node = sheet.picture().node(frame.head());
    LayerLook look = view.looks().of(node.layer());
    double x = Math.rint(camera.toScreenX(frame.box().x()));
    double y = Math.rint(camera.toScreenY(frame.box().y()));
    double w = Math.rint(frame.box().width() * camera.zoom());
    double h = Math.rint(frame.box().height() * camera.zoom());
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
    // Of one root alone nobody can say who else uses a layer.
    String used = roots < 2 ? "" : Said.used(view.looks().rootsWith(node.layer()), roots);
    String note = top ? Said.ROOT : used;
    double baseline = Math.rint(y + 16 * z);
    brush.glyph(look, false, Math.rint(x + 9 * z), Math.rint(y + 8 * z), 9 * z);
    double noteWidth = brush.words().width(note, Words.Type.REGULAR, 11 * z);
    double room = w - 24 * z - 16 * z - noteWidth;
    String shown = brush.words().cutMiddle(title, Words.Type.SEMIBOLD, 11 * z, room);
    brush.text(shown, Words.Type.SEMIBOLD, 11 * z, Tone.TEXT, Math.rint(x + 24 * z), baseline);
    brush.text(
        note,
        Words.Type.REGULAR,
        11 * z,
        Tone.TEXT_MUTED,
        Math.rint(x + w - 8 * z - noteWidth),
        baseline);
  }
}
