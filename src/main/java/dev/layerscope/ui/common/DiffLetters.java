package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.WordMarks;
import dev.layerscope.export.picture.Tone;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;

/** Paints the text of a line: what differs in it, what is searched for, its colours. */
final class DiffLetters {
  private final CanvasPalette palette;

  DiffLetters(CanvasPalette palette) {
    this.palette = palette;
  }

  /** Paints what is in sight of it; what goes on beyond the edge is marked there. */
  void paint(
      GraphicsContext g,
      String text,
      List<WordMarks.Mark> marks,
      AlignedLine.Kind kind,
      double left,
      double right,
      DiffPainter.Look look) {
    int columns = Math.max(1, (int) Math.ceil((right - left) / CodeFonts.CHARACTER));
    int end = Math.min(text.length(), look.column() + columns);
    boolean more = text.length() > end;
    double edge = more ? right - 14 : right;
    g.save();
    g.beginPath();
    g.rect(left, 0, edge - left, DiffPainter.ROW);
    g.clip();
    for (WordMarks.Mark mark : marks) {
      g.setFill(palette.get(DiffPainter.tone(kind, "_WORD")));
      box(g, left, mark.start(), mark.end(), look.column(), end);
    }
    found(g, text, left, end, look);
    CodePieces.paint(g, palette, text, left, look.column(), end);
    g.restore();
    // What differs out of sight is hinted at, on the side where it is.
    if (look.column() > 0 && marks.stream().anyMatch(mark -> mark.start() < look.column())) {
      g.setFont(CodeFonts.CODE);
      g.setFill(palette.get(DiffPainter.tone(kind, "")));
      g.fillText("«", left - 14, DiffPainter.ROW / 2);
    }
    if (more) {
      boolean beyond = marks.stream().anyMatch(mark -> mark.end() > end);
      g.setFont(CodeFonts.CODE);
      g.setFill(palette.get(beyond ? DiffPainter.tone(kind, "") : Tone.TEXT_SUBTLE));
      g.fillText(beyond ? "»" : "…", edge + 3, DiffPainter.ROW / 2);
    }
  }

  private void found(GraphicsContext g, String text, double left, int end, DiffPainter.Look look) {
    if (look.query().isEmpty()) {
      return;
    }
    String seen = text.substring(Math.min(look.column(), end), end).toLowerCase(Locale.ROOT);
    g.setFill(palette.get(Tone.MATCH));
    for (int at = seen.indexOf(look.query()); at >= 0; at = seen.indexOf(look.query(), at + 1)) {
      box(
          g,
          left,
          look.column() + at,
          look.column() + at + look.query().length(),
          look.column(),
          end);
    }
  }

  private static void box(GraphicsContext g, double left, int from, int to, int column, int end) {
    int start = Math.max(from, column);
    int stop = Math.min(to, end);
    if (stop > start) {
      g.fillRect(
          left + (start - column) * CodeFonts.CHARACTER,
          2,
          (stop - start) * CodeFonts.CHARACTER,
          DiffPainter.ROW - 4);
    }
  }
}
