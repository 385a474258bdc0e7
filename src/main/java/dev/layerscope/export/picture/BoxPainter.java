package dev.layerscope.export.picture;

import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.MapPicture.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws one box of a map: a root as a row, a layer or a directory as a card with a meter. */
final class BoxPainter {
  private static final double INDENT = 32;
  private static final double EDGE = 13;

  private final Brush brush;
  private final Words words;
  private final BadgePainter badges;

  BoxPainter(Brush brush) {
    this.brush = brush;
    words = brush.words();
    badges = new BadgePainter(brush);
  }

  void paint(Box box, Camera camera, MapPainter.View view) {
    double z = camera.zoom();
    double x = Math.rint(camera.toScreenX(box.place().x()));
    double y = Math.rint(camera.toScreenY(box.place().y()));
    double w = Math.rint(box.place().width() * z);
    double h = Math.rint(box.place().height() * z);
    boolean selected = view.selected().test(box);
    brush.alpha(1);
    if (view.dimmed().test(box)) {
      brush.fill(Tone.SURFACE_CANVAS, x, y, w, h);
      brush.alpha(0.42);
    }
    Tone rest = view.hover().test(box) ? Tone.TEXT_MUTED : Tone.BORDER_CARD;
    boolean strong = selected || view.reached() && !view.dimmed().test(box);
    brush.fill(selected ? Tone.ACCENT_BG : Tone.SURFACE_CARD, x, y, w, h);
    if (box.isUnknown() && !strong) {
      brush.dashedBorder(Tone.TEXT_SUBTLE, x, y, w, h);
    } else {
      brush.border(strong ? Tone.ACCENT : rest, x, y, w, h, 1);
    }
    bar(box, x, y, h, z);
    if (z >= CardPainter.NAME) {
      words(box, new CardPainter.Spot(x, y, w, h, z), view.notes().apply(box));
    } else if (box.errors() > 0) {
      brush.fill(Tone.FINDING_ERROR, x + w - 3, y, 3, h);
    }
    brush.alpha(1);
    if (selected && view.keyboard()) {
      brush.border(Tone.ACCENT, x - 3, y - 3, w + 6, h + 6, 2);
    }
  }

  private void bar(Box box, double x, double y, double h, double z) {
    double wide = Math.max(2, Math.rint(4 * Math.min(1, z)));
    if (box.hollow() && z >= CardPainter.NAME) {
      brush.fill(box.look().tone(), x + 1, y + 1, 1, h - 2);
      brush.fill(box.look().tone(), x + wide, y + 1, 1, h - 2);
    } else {
      brush.fill(box.look().tone(), x + 1, y + 1, wide, h - 2);
    }
  }

  private void words(Box box, CardPainter.Spot spot, MapPainter.Note note) {
    double z = spot.z();
    double baseline = spot.y() + 24 * z;
    brush.glyph(box.look(), box.hollow(), spot.x() + EDGE * z, baseline - 11 * z, 11 * z);
    double right = spot.x() + spot.w() - 12 * z;
    if (box.isRow()) {
      right = row(box, note, right, baseline, z);
    }
    if (note.hits() > 0) {
      right = hits(note.hits(), right, spot, z);
    }
    double room = right - spot.x() - INDENT * z;
    double size = (box.isRow() ? 13 : 14) * z;
    // Of a directory the end tells it apart.
    String title =
        box.title().contains(" / ")
            ? words.cutFront(box.title(), Words.Type.SEMIBOLD, size, room)
            : words.cutMiddle(box.title(), Words.Type.SEMIBOLD, size, room);
    brush.text(title, Words.Type.SEMIBOLD, size, Tone.TEXT, spot.x() + INDENT * z, baseline);
    if (!box.isRow() && z >= CardPainter.NAME_AND_PLACE) {
      card(box, spot, note);
    }
  }

  /** How many are below a root, and what is the matter with them. */
  private double row(Box box, MapPainter.Note note, double right, double baseline, double z) {
    String count = box.isUnknown() ? "?" : Said.number(box.size());
    double left = right - words.width(count, Words.Type.REGULAR, 11 * z);
    brush.text(count, Words.Type.REGULAR, 11 * z, Tone.TEXT_MUTED, left, baseline);
    left -= 6 * z;
    for (CardFace.Badge badge : note.hits() > 0 ? List.<CardFace.Badge>of() : troubles(box)) {
      left -= badges.width(badge, z);
      badges.paint(badge, z, left, baseline - 12 * z);
      left -= 4 * z;
    }
    double wide = widthOf(note, 11 * z);
    differences(note, left - wide, baseline, 11 * z);
    return wide > 0 ? left - wide - 4 * z : left;
  }

  /** The worse one first: a row has room for one. */
  private static List<CardFace.Badge> troubles(Box box) {
    var troubles = new ArrayList<CardFace.Badge>();
    if (box.errors() > 0) {
      String errors = Said.number(box.errors());
      troubles.add(new CardFace.Badge("mdi2a-alert-circle", errors, CardFace.Style.ERROR));
    } else if (box.warnings() > 0) {
      String warnings = Said.number(box.warnings());
      troubles.add(new CardFace.Badge("mdi2a-alert", warnings, CardFace.Style.WARNING));
    }
    return troubles;
  }

  private double hits(int hits, double right, CardPainter.Spot spot, double z) {
    var badge =
        new CardFace.Badge("", Said.count(hits, "match", "matches"), CardFace.Style.WARNING);
    double left = right - badges.width(badge, z);
    badges.paint(badge, z, left, spot.y() + 11 * z);
    return left - 6 * z;
  }

  private void card(Box box, CardPainter.Spot spot, MapPainter.Note note) {
    double z = spot.z();
    brush.icon("fth-git-branch", 11 * z, Tone.TEXT_MUTED, spot.x() + EDGE * z, spot.y() + 35 * z);
    double room = spot.w() - 44 * z;
    String line = words.cutMiddle(box.line(), Words.Type.REGULAR, 11 * z, room);
    double x = spot.x() + INDENT * z;
    brush.text(line, Words.Type.REGULAR, 11 * z, Tone.TEXT_MUTED, x, spot.y() + 44 * z);
    double after = meter(box, spot);
    differences(note, after + 10 * z, Math.rint(spot.y() + 61 * z), 11 * z);
    parts(box, spot);
    if (box.errors() > 0 && note.hits() == 0) {
      CardFace.Badge badge = troubles(box).getFirst();
      double left = spot.x() + spot.w() - 12 * z - badges.width(badge, z);
      badges.paint(badge, z, left, spot.y() + 49 * z);
    }
  }

  /** "+2 ≠8": how what a box stands for differs from another environment. */
  private void differences(MapPainter.Note note, double from, double baseline, double size) {
    double x = from;
    for (Mark mark : Mark.values()) {
      int count = note.marks().getOrDefault(mark, 0);
      if (count > 0) {
        String text = mark.sign() + count;
        brush.text(text, Words.Type.SEMIBOLD, size, mark.tone(), Math.rint(x), baseline);
        x += words.width(text, Words.Type.SEMIBOLD, size) + size * 0.6;
      }
    }
  }

  private double widthOf(MapPainter.Note note, double size) {
    double wide = 0;
    for (Map.Entry<Mark, Integer> mark : note.marks().entrySet()) {
      String text = mark.getKey().sign() + mark.getValue();
      wide += words.width(text, Words.Type.SEMIBOLD, size) + size * 0.6;
    }
    return wide;
  }

  /** One cell for each root; they grow narrower where there are many. */
  private double meter(Box box, CardPainter.Spot spot) {
    double z = spot.z();
    double top = Math.rint(spot.y() + 53 * z);
    double height = Math.rint(8 * z);
    double room = spot.w() - 110 * z;
    double cell = Math.min(8 * z, room / Math.max(1, box.of()));
    double gap = cell > 4 ? 1 : 0;
    double left = spot.x() + EDGE * z;
    for (int i = 0; i < box.of(); i++) {
      Tone tone = i < box.reached() ? box.look().tone() : Tone.BORDER_SOFT;
      brush.fill(tone, left + i * cell, top, cell - gap, height);
    }
    String text = box.reached() + " of " + box.of();
    double from = left + box.of() * cell + 8 * z;
    brush.text(text, Words.Type.MEDIUM, 11 * z, Tone.TEXT, from, top + 8 * z);
    return from + words.width(text, Words.Type.MEDIUM, 11 * z);
  }

  private void parts(Box box, CardPainter.Spot spot) {
    double z = spot.z();
    double each = (spot.w() - 26 * z) / Math.max(2, box.parts().size());
    for (int i = 0; i < box.parts().size(); i++) {
      part(box, box.parts().get(i), spot.x() + EDGE * z + i * each, spot.y() + 74 * z, each, z);
    }
  }

  private void part(Box box, Part part, double x, double y, double each, double z) {
    double left = Math.rint(x);
    double top = Math.rint(y);
    double height = Math.rint(20 * z);
    brush.fill(Tone.SURFACE_HOVER, left, top, each - 4 * z, height);
    brush.fill(box.look().tone(), left, top, part.hollow() ? 1 : 3 * z, height);
    if (part.hollow()) {
      brush.fill(box.look().tone(), left + 3 * z, top, 1, height);
    }
    brush.text(part.name(), Words.Type.MEDIUM, 11 * z, Tone.TEXT, left + 10 * z, top + 14 * z);
    String count = Said.number(part.manifests());
    double at = left + each - 12 * z - words.width(count, Words.Type.REGULAR, 11 * z);
    brush.text(count, Words.Type.REGULAR, 11 * z, Tone.TEXT_MUTED, at, top + 14 * z);
  }
}
