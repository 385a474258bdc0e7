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
  private static final int SHORT = 99_999;
  private static final double SIGN = 20;

  private final CanvasPalette palette;
  private final DiffBands bands;
  private final DiffLetters letters;

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
    this.bands = new DiffBands(palette);
    this.letters = new DiffLetters(palette);
  }

  /** How wide the text of a row is, in pixels. */
  static double textWidth(double width, boolean unified) {
    return unified ? width - 2 * NUMBER - SIGN : (width - RIBBON) / 2 - NUMBER - SIGN;
  }

  void paint(GraphicsContext g, double width, DiffRow row, boolean unified, Look look) {
    g.clearRect(0, 0, width, ROW);
    g.setTextBaseline(VPos.CENTER);
    switch (row) {
      case DiffRow.Head head -> bands.head(g, width, head);
      case DiffRow.Fold fold -> bands.fold(g, width, fold);
      case DiffRow.Hidden hidden -> bands.hidden(g, width, hidden);
      case DiffRow.Pair pair -> {
        if (unified) {
          unified(g, width, pair, look);
        } else {
          pair(g, width, pair.line(), look);
        }
        bands.risk(g, width, pair.risk());
      }
    }
    if (look.chosen) {
      g.setFill(palette.get(Tone.ACCENT));
      g.fillRect(0, 0, 2, ROW);
    }
  }

  private void unified(GraphicsContext g, double width, DiffRow.Pair pair, Look look) {
    AlignedLine line = pair.line();
    tint(g, line.kind(), 0, width);
    number(g, line.kind(), line.from(), 0);
    number(g, line.kind(), line.to(), NUMBER);
    sign(g, line.kind(), 2 * NUMBER);
    line.to()
        .or(line::from)
        .map(Numbered::text)
        .ifPresent(shown ->
            letters.paint(
                g, shown, marks(pair, shown), line.kind(), 2 * NUMBER + SIGN, width, look));
  }

  /** What differs in a line that the other side has, too, one row above or below. */
  private static List<WordMarks.Mark> marks(DiffRow.Pair pair, String shown) {
    return pair.beside().map(other -> WordMarks.between(other, shown).to()).orElse(List.of());
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
    letters.paint(g, here.get().text(), marks, line.kind(), left + NUMBER + SIGN, right, look);
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
    g.setFill(palette.get(tone(kind, "_LINE")));
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
    g.setFill(palette.get(tone(kind, "_BG")));
    g.fillPolygon(
        new double[] {x, x + RIBBON, x + RIBBON, x},
        new double[] {shift, shift, shift + right, shift + left},
        4);
    g.setStroke(palette.get(tone(kind, "_LINE")));
    g.setLineWidth(1);
    g.strokeLine(x, shift + 0.5, x + RIBBON, shift + 0.5);
    g.strokeLine(x, shift + left - 0.5, x + RIBBON, shift + right - 0.5);
    g.restore();
    if (look.block == 0 && look.takes) {
      g.setFont(CodeFonts.CODE);
      g.setFill(palette.get(tone(kind, "")));
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
      g.setFill(palette.get(tone(kind, "_BG")));
      g.fillRect(left, 0, right - left, ROW);
    }
  }

  private void number(
      GraphicsContext g, AlignedLine.Kind kind, Optional<Numbered> line, double left) {
    if (line.isPresent() && line.get().number() > 0) {
      g.setFont(CodeFonts.SMALL);
      g.setFill(palette.get(kind == AlignedLine.Kind.EQUAL ? Tone.TEXT_SUBTLE : tone(kind, "")));
      g.setTextAlign(TextAlignment.RIGHT);
      double room = line.get().number() > SHORT ? 2 : 8; // to the sign; six digits need it
      g.fillText(Integer.toString(line.get().number()), left + NUMBER - room, ROW / 2);
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
      g.setFill(palette.get(tone(kind, "")));
      g.fillText(sign, x + 4, ROW / 2);
    }
  }

  /** The tone of a kind of difference, or of a part of it. */
  static Tone tone(AlignedLine.Kind kind, String part) {
    return Tone.valueOf(
        "DIFF_" + (kind == AlignedLine.Kind.EQUAL ? "CHANGED" : kind.name()) + part);
  }
}
