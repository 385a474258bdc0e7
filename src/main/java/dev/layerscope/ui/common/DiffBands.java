package dev.layerscope.ui.common;

import dev.layerscope.export.picture.Tone;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints the rows of a comparison that are no lines: headings, folds, what is hidden. */
final class DiffBands {
  /** Where the numbers of added and removed lines stand, at the right end. */
  private static final double COUNTS = 84;

  private final CanvasPalette palette;

  DiffBands(CanvasPalette palette) {
    this.palette = palette;
  }

  private void band(GraphicsContext g, double width) {
    g.setFill(palette.get(Tone.SURFACE_INSET));
    g.fillRect(0, 0, width, DiffPainter.ROW);
    g.setFill(palette.get(Tone.BORDER_SOFT));
    g.fillRect(0, 0, width, 1);
    g.fillRect(0, DiffPainter.ROW - 1, width, 1);
  }

  /** A field stands below its object: further in, in the letters of code, on no band. */
  void head(GraphicsContext g, double width, DiffRow.Head head) {
    Font font = head.field() ? CodeFonts.SMALL : CodeFonts.HEAD;
    double left = head.field() ? 24 : 12;
    if (!head.field()) {
      band(g, width);
    }
    boolean risk = head.path().startsWith("⚑");
    g.setFont(font);
    g.setFill(palette.get(risk ? Tone.FINDING_ERROR : Tone.TEXT));
    g.fillText(head.path(), left, DiffPainter.ROW / 2);
    double x = left + CodeFonts.width(head.path(), font) + 12;
    g.setFont(CodeFonts.CAPTION);
    g.setFill(palette.get(Tone.TEXT_MUTED));
    g.fillText(fitting(head.note(), width - COUNTS - x), x, DiffPainter.ROW / 2);
    g.setTextAlign(TextAlignment.RIGHT);
    double right = width - 12;
    if (head.removed() > 0) {
      g.setFill(palette.get(Tone.DIFF_REMOVED));
      g.fillText("−" + head.removed(), right, DiffPainter.ROW / 2);
      right -= 36;
    }
    if (head.added() > 0) {
      g.setFill(palette.get(Tone.DIFF_ADDED));
      g.fillText("+" + head.added(), right, DiffPainter.ROW / 2);
    }
    g.setTextAlign(TextAlignment.LEFT);
    risk(g, width, head.risk());
  }

  /** As much of some words as there is room for. */
  private static String fitting(String words, double room) {
    String shown = words;
    while (!shown.isEmpty() && CodeFonts.width(shown, CodeFonts.CAPTION) > room) {
      int end = Math.max(0, shown.length() - (shown.endsWith("…") ? 2 : 1));
      shown = end == 0 ? "" : words.substring(0, end) + "…";
    }
    return shown;
  }

  /** What is dangerous about a row, at its right end, over whatever stands there. */
  void risk(GraphicsContext g, double width, String words) {
    if (words.isEmpty()) {
      return;
    }
    String shown = "⚑ " + words;
    double size = CodeFonts.width(shown, CodeFonts.CAPTION) + 16;
    double left = width - size - 8;
    g.setFill(palette.get(Tone.SURFACE_CARD));
    g.fillRoundRect(left, 1, size, DiffPainter.ROW - 2, 8, 8);
    g.setFill(palette.get(Tone.FINDING_ERROR_BG));
    g.fillRoundRect(left, 1, size, DiffPainter.ROW - 2, 8, 8);
    g.setFont(CodeFonts.CAPTION);
    g.setFill(palette.get(Tone.FINDING_ERROR));
    g.fillText(shown, left + 8, DiffPainter.ROW / 2);
  }

  void fold(GraphicsContext g, double width, DiffRow.Fold fold) {
    band(g, width);
    String words = "⋯  " + Messages.count("count.equal", fold.lines().size());
    g.setFont(CodeFonts.CAPTION);
    g.setFill(palette.get(Tone.TEXT_MUTED));
    g.fillText(words, 12, DiffPainter.ROW / 2);
    g.setFont(CodeFonts.SMALL);
    g.fillText(fold.inside(), 24 + CodeFonts.width(words, CodeFonts.CAPTION), DiffPainter.ROW / 2);
  }

  void hidden(GraphicsContext g, double width, DiffRow.Hidden hidden) {
    band(g, width);
    String words = "⋯  " + hidden.words();
    g.setFont(CodeFonts.CAPTION);
    g.setFill(palette.get(Tone.TEXT_MUTED));
    g.fillText(words, 12, DiffPainter.ROW / 2);
    g.setFill(palette.get(Tone.ACCENT));
    g.fillText(
        Messages.text("compare.show"),
        24 + CodeFonts.width(words, CodeFonts.CAPTION),
        DiffPainter.ROW / 2);
  }
}
