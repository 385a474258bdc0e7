package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.HierarchyNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bottom row of a card: how it is synchronised and what is the matter with it; of a closed one
 * what it hides; of one that differs from another environment, how.
 */
final class BadgeRow {
  private static final double TOP = 66;
  private static final double BASELINE = 78;
  private static final double EDGE = 12;

  private final Brush brush;
  private final Words words;
  private final BadgePainter badges;
  private final Map<Integer, List<CardFace.Badge>> piles = new HashMap<>();

  BadgeRow(Brush brush) {
    this.brush = brush;
    words = brush.words();
    badges = new BadgePainter(brush);
  }

  /** Another picture is drawn. */
  void clear() {
    piles.clear();
  }

  void paint(
      Sheet sheet, Sheet.Card card, CardFace face, CardPainter.Spot spot, GraphPainter.View view) {
    boolean all = spot.z() >= CardPainter.ALL;
    HierarchyNode node = sheet.picture().node(card.index());
    Mark mark = view.marks().get(node.id());
    String note = view.notes().getOrDefault(node.id(), "");
    if (card.closed() && all && differsBelow(sheet.picture(), card.index(), spot, view)) {
      return;
    }
    if (mark != null && !note.isEmpty() && all) {
      note(note, mark, spot);
    } else if (card.closed() && all) {
      closed(sheet, card, face, spot);
    } else {
      open(face, spot, all);
    }
  }

  /** What differs, in words, where the badges stand otherwise. */
  private void note(String text, Mark mark, CardPainter.Spot spot) {
    double z = spot.z();
    String shown = words.cutMiddle(text, Words.Type.MEDIUM, 11 * z, spot.w() - 60 * z);
    double x = Math.rint(spot.x() + 16 * z);
    double y = Math.rint(spot.y() + BASELINE * z);
    brush.text(shown, Words.Type.MEDIUM, 11 * z, mark.tone(), x, y);
  }

  /** "37 below +2 ≠8": what a closed card hides, with what of that differs; false for none. */
  private boolean differsBelow(
      TreePicture picture, int at, CardPainter.Spot spot, GraphPainter.View view) {
    double z = spot.z();
    double x = spot.x() + EDGE * z;
    boolean any = false;
    for (Mark mark : Mark.values()) {
      int count = view.below().count(at, mark);
      if (count > 0 && !any) {
        any = true;
        var all =
            new CardFace.Badge(
                "mdi2f-file-tree-outline", Said.below(picture.below(at)), CardFace.Style.PLAIN);
        x += badges.paint(all, z, x, spot.y() + TOP * z) + 8 * z;
      }
      if (count > 0) {
        String text = mark.sign() + count;
        double y = Math.rint(spot.y() + BASELINE * z);
        brush.text(text, Words.Type.SEMIBOLD, 11 * z, mark.tone(), Math.rint(x), y);
        x += words.width(text, Words.Type.SEMIBOLD, 11 * z) + 8 * z;
      }
    }
    return any;
  }

  private void closed(Sheet sheet, Sheet.Card card, CardFace face, CardPainter.Spot spot) {
    List<CardFace.Badge> pile =
        piles.computeIfAbsent(card.index(), at -> CardFace.hidden(sheet.picture(), at));
    paint(new BadgeRoom(pile, trouble(face.right())), spot);
  }

  private void open(CardFace face, CardPainter.Spot spot, boolean all) {
    paint(
        all
            ? new BadgeRoom(face.left(), face.right())
            : new BadgeRoom(List.of(), trouble(face.right())),
        spot);
  }

  private static List<CardFace.Badge> trouble(List<CardFace.Badge> badges) {
    return badges.stream().filter(badge -> badge.style() != CardFace.Style.PLAIN).toList();
  }

  private void paint(BadgeRoom wanted, CardPainter.Spot spot) {
    double z = spot.z();
    double y = spot.y() + TOP * z;
    BadgeRoom fitting = wanted.within(spot.w() / z - 2 * EDGE, badge -> badges.width(badge, z) / z);
    double x = spot.x() + EDGE * z;
    for (CardFace.Badge badge : fitting.left()) {
      x += badges.paint(badge, z, x, y) + BadgeRoom.BETWEEN * z;
    }
    x = spot.x() + spot.w() - EDGE * z;
    for (CardFace.Badge badge : fitting.right().reversed()) {
      x -= badges.width(badge, z);
      badges.paint(badge, z, x, y);
      x -= BadgeRoom.BETWEEN * z;
    }
  }
}
