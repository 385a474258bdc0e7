package dev.layerscope.export.picture;

import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the words and signs of a card. */
final class CardWriter {
  private final Brush brush;
  private final Words words;
  private final Map<Integer, CardFace> faces = new HashMap<>();
  private final Map<Integer, List<CardFace.Badge>> piles = new HashMap<>();
  private @Nullable TreePicture facesOf;

  CardWriter(Brush brush) {
    this.brush = brush;
    words = brush.words();
  }

  void write(
      Sheet sheet, Sheet.Card card, CardPainter.Spot spot, LayerLook look, GraphPainter.View view) {
    HierarchyNode node = sheet.picture().node(card.index());
    CardFace face = face(sheet.picture(), card.index());
    if (spot.z() >= CardPainter.NAME_AND_PLACE) {
      boolean all = spot.z() >= CardPainter.ALL;
      glyph(look, node, spot, 13, 11, 11);
      name(face, spot, view, card);
      if (!face.warning().isEmpty()) {
        reason(face, spot, all);
      } else {
        lines(face, spot, all);
      }
      Mark mark = view.marks().get(node.id());
      String note = view.notes().getOrDefault(node.id(), "");
      boolean hides = card.closed() && all && hidden(sheet.picture(), card.index(), spot, view);
      if (!hides && mark != null && !note.isEmpty() && all) {
        note(note, mark, spot);
      } else if (!hides) {
        badges(sheet, card, face, spot, all);
      }
    } else if (spot.z() >= CardPainter.NAME) {
      double middle = spot.h() / 2;
      double size = Math.round(9 * spot.z() / 0.6);
      brush.glyph(look, node.isResources(), spot.x() + 7, spot.y() + middle - size / 2, size);
      shortName(face, spot, view, card, middle + 4);
      corner(node, spot);
    } else {
      double size = Math.max(5, Math.round(22 * spot.z()));
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
      piles.clear();
    }
    return faces.computeIfAbsent(index, at -> CardFace.of(picture, at));
  }

  private void glyph(
      LayerLook look, HierarchyNode node, CardPainter.Spot spot, double x, double y, double size) {
    brush.glyph(
        look,
        node.isResources(),
        Math.round(spot.x() + x * spot.z()),
        Math.round(spot.y() + y * spot.z()),
        size * spot.z());
  }

  private void name(CardFace face, CardPainter.Spot spot, GraphPainter.View view, Sheet.Card card) {
    double z = spot.z();
    double x = Math.round(spot.x() + 32 * z);
    double baseline = Math.round(spot.y() + 22 * z);
    double room = (216 - 32 - 12) * z;
    int hidden = card.closed() ? view.found().below(card.index()) : 0;
    if (hidden > 0) {
      room -= matchBadge(spot, hidden) + 6 * z;
    } else if (!face.kindIcon().isEmpty()) {
      room -= 20 * z;
      brush.icon(
          face.kindIcon(),
          13 * z,
          Tone.TEXT_MUTED,
          Math.round(spot.x() + 193 * z),
          Math.round(spot.y() + 10 * z));
    }
    String shown = words.cutMiddle(face.name(), Words.Type.SEMIBOLD, 13 * z, room);
    mark(shown, 13 * z, x, baseline, view, card);
    brush.text(shown, Words.Type.SEMIBOLD, 13 * z, Tone.TEXT, x, baseline);
  }

  private void shortName(
      CardFace face, CardPainter.Spot spot, GraphPainter.View view, Sheet.Card card, double y) {
    double x = spot.x() + 20;
    String shown = words.cutMiddle(face.name(), Words.Type.SEMIBOLD, 11, spot.w() - 30);
    mark(shown, 11, x, spot.y() + y, view, card);
    brush.text(shown, Words.Type.SEMIBOLD, 11, Tone.TEXT, x, Math.round(spot.y() + y));
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
        Math.round(x + from) - 1,
        Math.round(baseline - size * 0.95),
        Math.round(width) + 2,
        Math.round(size * 1.25));
  }

  private double matchBadge(CardPainter.Spot spot, int hidden) {
    String text = Said.count(hidden, "match", "matches");
    double z = spot.z();
    double width = words.width(text, Words.Type.MEDIUM, 11 * z) + 8 * z;
    double x = Math.round(spot.x() + spot.w() - 8 * z - width);
    brush.fill(
        Tone.FINDING_WARNING_BG,
        x,
        Math.round(spot.y() + 9 * z),
        Math.round(width),
        Math.round(16 * z));
    brush.text(
        text,
        Words.Type.MEDIUM,
        11 * z,
        Tone.FINDING_WARNING,
        x + 4 * z,
        Math.round(spot.y() + 21 * z));
    return width;
  }

  private void lines(CardFace face, CardPainter.Spot spot, boolean all) {
    line(spot, "fth-git-branch", face.place(), 41, all);
    if (all) {
      line(spot, "fth-folder", face.target(), 57, true);
    }
  }

  private void line(
      CardPainter.Spot spot, String icon, String text, double baseline, boolean withIcon) {
    double z = spot.z();
    double y = Math.round(spot.y() + baseline * z);
    if (withIcon) {
      brush.icon(
          icon, 11 * z, Tone.TEXT_MUTED, Math.round(spot.x() + 13 * z), y - Math.round(9.5 * z));
    }
    String shown = words.cutFront(text, Words.Type.REGULAR, 11 * z, (216 - 32 - 14) * z);
    brush.text(
        shown, Words.Type.REGULAR, 11 * z, Tone.TEXT_MUTED, Math.round(spot.x() + 32 * z), y);
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
          Math.round(spot.x() + 13 * z),
          Math.round(spot.y() + 31 * z));
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
          Math.round(spot.x() + 32 * z),
          Math.round(spot.y() + (41 + 16 * i) * z));
    }
  }

  /** What differs, in words, where the badges stand otherwise. */
  private void note(String text, Mark mark, CardPainter.Spot spot) {
    double z = spot.z();
    String shown = words.cutMiddle(text, Words.Type.MEDIUM, 11 * z, spot.w() - 60 * z);
    double x = Math.round(spot.x() + 16 * z);
    brush.text(shown, Words.Type.MEDIUM, 11 * z, mark.tone(), x, Math.round(spot.y() + 78 * z));
  }

  /** "37 below +2 ≠8": what a closed card hides, with what of that differs; false for none. */
  private boolean hidden(
      TreePicture picture, int at, CardPainter.Spot spot, GraphPainter.View view) {
    double z = spot.z();
    double x = spot.x() + 12 * z;
    boolean any = false;
    for (Mark mark : Mark.values()) {
      int count = view.below().count(at, mark);
      if (count > 0 && !any) {
        any = true;
        var all =
            new CardFace.Badge(
                "mdi2f-file-tree-outline", Said.below(picture.below(at)), CardFace.Style.PLAIN);
        x += badge(all, spot, x) + 8 * z;
      }
      if (count > 0) {
        String text = mark.sign() + count;
        double y = Math.round(spot.y() + 78 * z);
        double left = Math.round(x);
        brush.text(text, Words.Type.SEMIBOLD, 11 * z, mark.tone(), left, y);
        x += words.width(text, Words.Type.SEMIBOLD, 11 * z) + 8 * z;
      }
    }
    return any;
  }

  private void badges(
      Sheet sheet, Sheet.Card card, CardFace face, CardPainter.Spot spot, boolean all) {
    double z = spot.z();
    double right = spot.x() + spot.w() - 12 * z;
    if (card.closed() && all) {
      double x = spot.x() + 12 * z;
      for (CardFace.Badge badge :
          piles.computeIfAbsent(card.index(), at -> CardFace.hidden(sheet.picture(), at))) {
        x += badge(badge, spot, x) + 4 * z;
      }
      for (CardFace.Badge badge : face.right().reversed()) {
        if (badge.style() != CardFace.Style.PLAIN) {
          right -= width(badge, z);
          badge(badge, spot, right);
          right -= 4 * z;
        }
      }
      return;
    }
    if (all) {
      double x = spot.x() + 12 * z;
      for (CardFace.Badge badge : face.left()) {
        x += badge(badge, spot, x) + 4 * z;
      }
    }
    for (CardFace.Badge badge : face.right().reversed()) {
      if (all || badge.style() != CardFace.Style.PLAIN) {
        right -= width(badge, z);
        badge(badge, spot, right);
        right -= 4 * z;
      }
    }
  }

  private double width(CardFace.Badge badge, double z) {
    double text = badge.text().isEmpty() ? 0 : words.width(badge.text(), Words.Type.MEDIUM, 11 * z);
    return Math.round(text + (badge.icon().isEmpty() ? 8 : 22) * z);
  }

  private double badge(CardFace.Badge badge, CardPainter.Spot spot, double at) {
    double z = spot.z();
    double x = Math.round(at);
    double y = Math.round(spot.y() + 66 * z);
    double w = width(badge, z);
    Tone ink =
        switch (badge.style()) {
          case PLAIN -> Tone.TEXT_MUTED;
          case WARNING -> Tone.FINDING_WARNING;
          case ERROR -> Tone.FINDING_ERROR;
        };
    Tone paper =
        switch (badge.style()) {
          case PLAIN -> Tone.SURFACE_HOVER;
          case WARNING -> Tone.FINDING_WARNING_BG;
          case ERROR -> Tone.FINDING_ERROR_BG;
        };
    brush.fill(paper, x, y, w, Math.round(16 * z));
    double text = x + 4 * z;
    if (!badge.icon().isEmpty()) {
      brush.icon(badge.icon(), 11 * z, ink, Math.round(x + 4 * z), Math.round(y + 2.5 * z));
      text = x + 18 * z;
    }
    Tone letters = badge.style() == CardFace.Style.PLAIN ? Tone.TEXT : ink;
    brush.text(
        badge.text(), Words.Type.MEDIUM, 11 * z, letters, Math.round(text), Math.round(y + 12 * z));
    return w;
  }

  private void corner(HierarchyNode node, CardPainter.Spot spot) {
    double size = spot.z() >= CardPainter.NAME ? 7 : Math.max(3, Math.round(16 * spot.z()));
    double x = spot.x() + spot.w() - size;
    if (node.count(Severity.ERROR) > 0) {
      brush.fill(Tone.FINDING_ERROR, x, spot.y(), size, size);
    } else if (node.count(Severity.WARNING) > 0) {
      brush.fill(Tone.FINDING_WARNING, x, spot.y(), size, size);
    }
  }
}
