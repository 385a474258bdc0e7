package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.AlignedLine.Numbered;
import dev.layerscope.diff.text.WordMarks;
import dev.layerscope.export.picture.Tone;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Paints one row of a comparison: number, sign, text, ribbon, and the same again. A row is a
 * picture and not a dozen controls, so that twenty thousand of them scroll.
 */
final class DiffPainter {
  static final double ROW = 20;
  static final double RIBBON = 40;
  private static final double NUMBER = 44;
  private static final double SIGN = 20;

  private final CanvasPalette palette;

  /**
   * What a row is painted with besides its text.
   *
   * @param column the first column of the text that is in sight
   * @param query what is searched for, in small letters; empty for nothing
   * @param block the row's place in its difference, and that one's height in rows
   * @param chosen whether it is selected
   * @param takes whether the other side's lines can be taken
   */
  record Look(
      int column,
      String query,
      int block,
      int height,
      boolean chosen,
      boolean takes,
      boolean taken) {}

  DiffPainter(CanvasPalette palette) {
    this.palette = palette;
  }

  /** How wide the text of a row is, in pixels. */
  static double textWidth(double width, boolean unified) {
    return unified ? width - 2 * NUMBER - SIGN : (width - RIBBON) / 2 - NUMBER - SIGN;
  }

  void paint(GraphicsContext g, double width, DiffRow row, boolean unified, Look look) {
    g.clearRect(0, 0, width, ROW);
    g.setTextBaseline(VPos.CENTER);
    switch (row) {
      case DiffRow.Head head -> head(g, width, head);
      case DiffRow.Fold fold -> fold(g, width, fold);
      case DiffRow.Hidden hidden -> hidden(g, width, hidden);
      case DiffRow.Pair(AlignedLine line) -> {
        if (unified) {
          unified(g, width, line, look);
        } else {
          pair(g, width, line, look);
        }
      }
    }
    if (look.chosen) {
      g.setFill(palette.get(Tone.ACCENT));
      g.fillRect(0, 0, 2, ROW);
    }
  }

  private void band(GraphicsContext g, double width) {
    g.setFill(palette.get(Tone.SURFACE_INSET));
    g.fillRect(0, 0, width, ROW);
    g.setFill(palette.get(Tone.BORDER_SOFT));
    g.fillRect(0, 0, width, 1);
    g.fillRect(0, ROW - 1, width, 1);
  }

  private void head(GraphicsContext g, double width, DiffRow.Head head) {
    band(g, width);
    boolean risk = head.path().startsWith("⚑");
    g.setFont(CodeFonts.HEAD);
    g.setFill(palette.get(risk ? Tone.FINDING_ERROR : Tone.TEXT));
    g.fillText(head.path(), 12, ROW / 2);
    double x = 12 + CodeFonts.width(head.path(), CodeFonts.HEAD) + 12;
    g.setFont(CodeFonts.CAPTION);
    g.setFill(palette.get(Tone.TEXT_MUTED));
    g.fillText(head.note(), x, ROW / 2);
    g.setTextAlign(TextAlignment.RIGHT);
    double right = width - 12;
    if (head.removed() > 0) {
      g.setFill(palette.get(Tone.DIFF_REMOVED));
      g.fillText("−" + head.removed(), right, ROW / 2);
      right -= 36;
    }
    if (head.added() > 0) {
      g.setFill(palette.get(Tone.DIFF_ADDED));
      g.fillText("+" + head.added(), right, ROW / 2);
    }
    g.setTextAlign(TextAlignment.LEFT);
  }

  private void fold(GraphicsContext g, double width, DiffRow.Fold fold) {
    band(g, width);
    String words = "⋯  " + Messages.count("count.equal", fold.lines().size());
    g.setFont(CodeFonts.CAPTION);
    g.setFill(palette.get(Tone.TEXT_MUTED));
    g.fillText(words, 12, ROW / 2);
    g.setFont(CodeFonts.SMALL);
    g.fillText(fold.inside(), 24 + CodeFonts.width(words, CodeFonts.CAPTION), ROW / 2);
  }

  private void hidden(GraphicsContext g, double width, DiffRow.Hidden hidden) {
    band(g, width);
    String words = "⋯  " + hidden.words();
    g.setFont(CodeFonts.CAPTION);
    g.setFill(palette.get(Tone.TEXT_MUTED));
    g.fillText(words, 12, ROW / 2);
    g.setFill(palette.get(Tone.ACCENT));
    g.fillText(
        Messages.text("compare.show"), 24 + CodeFonts.width(words, CodeFonts.CAPTION), ROW / 2);
  }

  private void unified(GraphicsContext g, double width, AlignedLine line, Look look) {
    tint(g, line.kind(), 0, width);
    number(g, line.kind(), line.from(), 0);
    number(g, line.kind(), line.to(), NUMBER);
    sign(g, line.kind(), 2 * NUMBER);
    line.to()
        .or(line::from)
        .ifPresent(
            shown -> text(g, shown.text(), List.of(), line.kind(), 2 * NUMBER + SIGN, width, look));
  }

  private void pair(GraphicsContext g, double width, AlignedLine line, Look look) {
    double half = (width - RIBBON) / 2;
    WordMarks marks =
        line.kind() == AlignedLine.Kind.CHANGED
            ? WordMarks.between(
                line.from().map(Numbered::text).orElse(""),
                line.to().map(Numbered::text).orElse(""))
            : new WordMarks(List.of(), List.of());
    side(g, line, line.from(), marks.from(), 0, half, look);
    side(g, line, line.to(), marks.to(), half + RIBBON, width, look);
    if (line.kind() != AlignedLine.Kind.EQUAL) {
      ribbon(g, line.kind(), half, look);
    }
  }

  private void side(
      GraphicsContext g,
      AlignedLine line,
      Optional<Numbered> here,
      List<WordMarks.Mark> marks,
      double left,
      double right,
      Look look) {
    if (here.isEmpty()) {
      hatch(g, left, right);
      edges(g, line.kind(), left, right, look, true);
      return;
    }
    tint(g, line.kind(), left, right);
    edges(g, line.kind(), left, right, look, false);
    number(g, line.kind(), here, left);
    sign(g, line.kind(), left + NUMBER);
    text(g, here.get().text(), marks, line.kind(), left + NUMBER + SIGN, right, look);
  }

  /** Lines above the first row of a difference and below its last. */
  private void edges(
      GraphicsContext g,
      AlignedLine.Kind kind,
      double left,
      double right,
      Look look,
      boolean missing) {
    if (kind == AlignedLine.Kind.EQUAL) {
      return;
    }
    g.setFill(palette.get(of(kind, "_LINE")));
    if (look.block == 0) {
      g.fillRect(left, 0, right - left, 1);
    }
    if (look.block == look.height - 1 && !missing) {
      g.fillRect(left, ROW - 1, right - left, 1);
    }
  }

  /** The slice of the ribbon that runs from n lines on the left to m lines on the right. */
  private void ribbon(GraphicsContext g, AlignedLine.Kind kind, double x, Look look) {
    double all = look.height * ROW;
    double left = kind == AlignedLine.Kind.ADDED ? 0 : all;
    double right = kind == AlignedLine.Kind.REMOVED ? 0 : all;
    double shift = -look.block * ROW;
    g.save();
    g.beginPath();
    g.rect(x, 0, RIBBON, ROW);
    g.clip();
    g.setFill(palette.get(of(kind, "_BG")));
    g.fillPolygon(
        new double[] {x, x + RIBBON, x + RIBBON, x},
        new double[] {shift, shift, shift + right, shift + left},
        4);
    g.setStroke(palette.get(of(kind, "_LINE")));
    g.setLineWidth(1);
    g.strokeLine(x, shift + 0.5, x + RIBBON, shift + 0.5);
    g.strokeLine(x, shift + left - 0.5, x + RIBBON, shift + right - 0.5);
    g.restore();
    if (look.block == 0 && look.takes) {
      g.setFont(CodeFonts.CODE);
      g.setFill(palette.get(of(kind, "")));
      g.fillText(look.taken ? "✓" : "«", x + 16, ROW / 2);
    }
  }

  private void hatch(GraphicsContext g, double left, double right) {
    g.save();
    g.beginPath();
    g.rect(left, 0, right - left, ROW);
    g.clip();
    g.setStroke(palette.get(Tone.HATCH));
    g.setLineWidth(1);
    for (double x = left - ROW; x < right; x += 6) {
      g.strokeLine(x, ROW, x + ROW, 0);
    }
    g.restore();
  }

  private void tint(GraphicsContext g, AlignedLine.Kind kind, double left, double right) {
    if (kind != AlignedLine.Kind.EQUAL) {
      g.setFill(palette.get(of(kind, "_BG")));
      g.fillRect(left, 0, right - left, ROW);
    }
  }

  private void number(
      GraphicsContext g, AlignedLine.Kind kind, Optional<Numbered> line, double left) {
    if (line.isPresent() && line.get().number() > 0) {
      g.setFont(CodeFonts.SMALL);
      g.setFill(palette.get(kind == AlignedLine.Kind.EQUAL ? Tone.TEXT_SUBTLE : of(kind, "")));
      g.setTextAlign(TextAlignment.RIGHT);
      g.fillText(Integer.toString(line.get().number()), left + NUMBER - 8, ROW / 2);
      g.setTextAlign(TextAlignment.LEFT);
    }
  }

  private void sign(GraphicsContext g, AlignedLine.Kind kind, double x) {
    String sign =
        switch (kind) {
          case EQUAL, CHANGED -> "";
          case ADDED -> "+";
          case REMOVED -> "−";
        };
    if (!sign.isEmpty()) {
      g.setFont(CodeFonts.CODE);
      g.setFill(palette.get(of(kind, "")));
      g.fillText(sign, x + 4, ROW / 2);
    }
  }

  private void text(
      GraphicsContext g,
      String text,
      List<WordMarks.Mark> marks,
      AlignedLine.Kind kind,
      double left,
      double right,
      Look look) {
    int columns = Math.max(1, (int) Math.ceil((right - left) / CodeFonts.CHARACTER));
    int end = Math.min(text.length(), look.column + columns);
    boolean more = text.length() > end;
    double edge = more ? right - 14 : right;
    g.save();
    g.beginPath();
    g.rect(left, 0, edge - left, ROW);
    g.clip();
    for (WordMarks.Mark mark : marks) {
      g.setFill(palette.get(of(kind, "_WORD")));
      box(g, left, mark.start(), mark.end(), look.column, end);
    }
    found(g, text, left, end, look);
    CodePieces.paint(g, palette, text, left, look.column, end);
    g.restore();
    if (more) {
      boolean beyond = marks.stream().anyMatch(mark -> mark.end() > end);
      g.setFont(CodeFonts.CODE);
      g.setFill(palette.get(beyond ? of(kind, "") : Tone.TEXT_SUBTLE));
      g.fillText(beyond ? "»" : "…", edge + 3, ROW / 2);
    }
  }

  private void found(GraphicsContext g, String text, double left, int end, Look look) {
    if (look.query.isEmpty()) {
      return;
    }
    String seen =
        text.substring(Math.min(look.column, end), end).toLowerCase(java.util.Locale.ROOT);
    g.setFill(palette.get(Tone.MATCH));
    for (int at = seen.indexOf(look.query); at >= 0; at = seen.indexOf(look.query, at + 1)) {
      box(g, left, look.column + at, look.column + at + look.query.length(), look.column, end);
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
          ROW - 4);
    }
  }

  private static Tone of(AlignedLine.Kind kind, String part) {
    return Tone.valueOf(
        "DIFF_" + (kind == AlignedLine.Kind.EQUAL ? "CHANGED" : kind.name()) + part);
  }
}
