package dev.layerscope.export.picture;

import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the words and signs of a card. */
final class CardWriter {
  private static final String ARROW = " → ";

  /** So much of the room a path may have where the destination wants more than the rest. */
  private static final double PATH = 0.4;

  private final Brush brush;
  private final Words words;
  private final Map<Integer, CardFace> faces = new HashMap<>();
  private final BadgeRow row;
  private @Nullable TreePicture facesOf;

  CardWriter(Brush brush) {
    this.brush = brush;
    words = brush.words();
    row = new BadgeRow(brush);
  }

  void write(
      Sheet sheet, Sheet.Card card, CardPainter.Spot spot, LayerLook look, GraphPainter.View view) {
    HierarchyNode node = sheet.picture().node(card.index());
    CardFace face = face(sheet.picture(), card.index());
    if (spot.z() >= CardPainter.NAME_AND_PLACE) {
      boolean all = spot.z() >= CardPainter.ALL;
      glyph(look, node, spot, 13, 11, 11);
      name(face, spot, view, sheet, card);
      if (!face.warning().isEmpty()) {
        reason(face, spot, all);
      } else {
        lines(face, spot, all);
      }
      row.paint(sheet, card, face, spot, view);
    } else if (spot.z() >= CardPainter.NAME) {
      double middle = spot.h() / 2;
      double size = Math.rint(9 * spot.z() / 0.6);
      brush.glyph(look, node.isResources(), spot.x() + 7, spot.y() + middle - size / 2, size);
      shortName(face, spot, view, card, middle + 4);
      corner(node, spot);
    } else {
      double size = Math.max(5, Math.rint(22 * spot.z()));
      brush.glyph(
          look,
          node.isResources(),
          spot.x() + spot.h() * 0.3,
          spot.y() + (spot.h() - size) / 2,
          size);
      corner(node, spot);
      if (view.found().isHit(card.index())) {
        brush.fill(
            Tone.MATCH,
            spot.x() + spot.h(),
            spot.y() + spot.h() / 2 - 2,
            Math.max(3, spot.w() / 3),
            4);
      }
    }
  }

  CardFace face(TreePicture picture, int index) {
    if (picture != facesOf) {
      facesOf = picture;
      faces.clear();
      row.clear();
    }
    return faces.computeIfAbsent(index, at -> CardFace.of(picture, at));
  }

  private void glyph(
      LayerLook look, HierarchyNode node, CardPainter.Spot spot, double x, double y, double size) {
    brush.glyph(
        look,
        node.isResources(),
        Math.rint(spot.x() + x * spot.z()),
        Math.rint(spot.y() + y * spot.z()),
        size * spot.z());
  }

  private void name(
      CardFace face, CardPainter.Spot spot, GraphPainter.View view, Sheet sheet, Sheet.Card card) {
    double z = spot.z();
    double x = Math.rint(spot.x() + 32 * z);
    double baseline = Math.rint(spot.y() + 22 * z);
    double room = (216 - 32 - 12) * z;
    int hidden = card.closed() ? hidden(view.found(), sheet.picture(), card.index()) : 0;
    // The sign of a difference has the corner.
    boolean marked = view.marks().containsKey(sheet.picture().node(card.index()).id());
    double corner = marked ? 14 * z : 0;
    room -= corner;
    if (hidden > 0) {
      room -= matchBadge(spot, hidden, corner) + 6 * z;
    } else if (!face.kindIcon().isEmpty()) {
      room -= 20 * z;
      brush.icon(
          face.kindIcon(),
          13 * z,
          Tone.TEXT_MUTED,
          Math.rint(spot.x() + 193 * z),
          Math.rint(spot.y() + 10 * z));
    }
    String shown = words.cutMiddle(face.name(), Words.Type.SEMIBOLD, 13 * z, room);
    mark(shown, 13 * z, x, baseline, view, card);
    brush.text(shown, Words.Type.SEMIBOLD, 13 * z, Tone.TEXT, x, baseline);
  }

  /** How many hits a closed card hides: its companions are drawn beside it all the same. */
  private static int hidden(Found found, TreePicture picture, int node) {
    int hidden = found.below(node);
    for (int companion : picture.companions(node)) {
      hidden -= found.below(companion) + (found.isHit(companion) ? 1 : 0);
    }
    return hidden;
  }

  private void shortName(
      CardFace face, CardPainter.Spot spot, GraphPainter.View view, Sheet.Card card, double y) {
    double x = spot.x() + 20;
    String shown = words.cutMiddle(face.name(), Words.Type.SEMIBOLD, 11, spot.w() - 30);
    mark(shown, 11, x, spot.y() + y, view, card);
    brush.text(shown, Words.Type.SEMIBOLD, 11, Tone.TEXT, x, Math.rint(spot.y() + y));
  }

  /** A coloured field behind the letters that were looked for. */
  private void mark(
      String shown,
      double size,
      double x,
      double baseline,
      GraphPainter.View view,
      Sheet.Card card) {
    if (!view.found().isHit(card.index())) {
      return;
    }
    int at = shown.toLowerCase(java.util.Locale.ROOT).indexOf(view.found().query());
    String before = at < 0 ? "" : shown.substring(0, at);
    String hit = at < 0 ? shown : shown.substring(at, at + view.found().query().length());
    double from = words.width(before, Words.Type.SEMIBOLD, size);
    double width = words.width(hit, Words.Type.SEMIBOLD, size);
    brush.fill(
        Tone.MATCH,
        Math.rint(x + from) - 1,
        Math.rint(baseline - size * 0.95),
        Math.rint(width) + 2,
        Math.rint(size * 1.25));
  }

  private double matchBadge(CardPainter.Spot spot, int hidden, double corner) {
    String text = Said.count(hidden, "match", "matches");
    double z = spot.z();
    double width = words.width(text, Words.Type.MEDIUM, 11 * z) + 8 * z;
    double x = Math.rint(spot.x() + spot.w() - 8 * z - corner - width);
    brush.fill(
        Tone.FINDING_WARNING_BG,
        x,
        Math.rint(spot.y() + 9 * z),
        Math.rint(width),
        Math.rint(16 * z));
    brush.text(
        text,
        Words.Type.MEDIUM,
        11 * z,
        Tone.FINDING_WARNING,
        x + 4 * z,
        Math.rint(spot.y() + 21 * z));
    return width;
  }

  private void lines(CardFace face, CardPainter.Spot spot, boolean all) {
    double size = 11 * spot.z();
    double room = (216 - 32 - 14) * spot.z();
    String place = words.cutFront(face.place(), Words.Type.REGULAR, size, room);
    line(spot, "fth-git-branch", place, 41, all);
    if (all) {
      line(spot, "fth-folder", target(face.target(), size, room), 57, true);
    }
  }

  /** Where the room is short, the end of the path and both ends of the destination are kept. */
  private String target(String text, double size, double room) {
    int arrow = text.indexOf(ARROW);
    if (arrow < 0 || words.width(text, Words.Type.REGULAR, size) <= room) {
      return words.cutFront(text, Words.Type.REGULAR, size, room);
    }
    double left = room - words.width(ARROW, Words.Type.REGULAR, size);
    String to = text.substring(arrow + ARROW.length());
    double wanted = words.width(to, Words.Type.REGULAR, size);
    String path =
        words.cutFront(
            text.substring(0, arrow),
            Words.Type.REGULAR,
            size,
            Math.max(left * PATH, left - wanted));
    double rest = left - words.width(path, Words.Type.REGULAR, size);
    return path + ARROW + words.cutMiddle(to, Words.Type.REGULAR, size, rest);
  }

  private void line(
      CardPainter.Spot spot, String icon, String shown, double baseline, boolean withIcon) {
    double z = spot.z();
    double y = Math.rint(spot.y() + baseline * z);
    if (withIcon) {
      brush.icon(
          icon, 11 * z, Tone.TEXT_MUTED, Math.rint(spot.x() + 13 * z), y - Math.rint(9.5 * z));
    }
    brush.text(shown, Words.Type.REGULAR, 11 * z, Tone.TEXT_MUTED, Math.rint(spot.x() + 32 * z), y);
  }

  /** Why a node is not resolved, over two lines. */
  private void reason(CardFace face, CardPainter.Spot spot, boolean all) {
    double z = spot.z();
    double room = (216 - 32 - 12) * z;
    if (all) {
      brush.icon(
          "fth-help-circle",
          11 * z,
          Tone.TEXT_MUTED,
          Math.rint(spot.x() + 13 * z),
          Math.rint(spot.y() + 31 * z));
    }
    List<String> rows =
        TwoLines.of(face.warning(), text -> words.width(text, Words.Type.MEDIUM, 11 * z) <= room);
    for (int i = 0; i < rows.size(); i++) {
      Words.Type type = i == 0 ? Words.Type.MEDIUM : Words.Type.REGULAR;
      brush.text(
          rows.get(i),
          type,
          11 * z,
          i == 0 ? Tone.TEXT : Tone.TEXT_MUTED,
          Math.rint(spot.x() + 32 * z),
          Math.rint(spot.y() + (41 + 16 * i) * z));
    }
  }

  private void corner(HierarchyNode node, CardPainter.Spot spot) {
    double size = spot.z() >= CardPainter.NAME ? 7 : Math.max(3, Math.rint(16 * spot.z()));
    double x = spot.x() + spot.w() - size;
    if (node.count(Severity.ERROR) > 0) {
      brush.fill(Tone.FINDING_ERROR, x, spot.y(), size, size);
    } else if (node.count(Severity.WARNING) > 0) {
      brush.fill(Tone.FINDING_WARNING, x, spot.y(), size, size);
    }
  }
}
