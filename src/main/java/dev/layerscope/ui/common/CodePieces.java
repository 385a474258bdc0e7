package dev.layerscope.ui.common;

import dev.layerscope.export.picture.Tone;
import javafx.scene.canvas.GraphicsContext;

/** Paints the part of a line that is in sight, coloured as YAML. */
final class CodePieces {
  /** Behind this column a line is no more than text: nobody reads YAML there. */
  private static final int COLOURED = 1_000;

  private CodePieces() {}

  static void paint(
      GraphicsContext g, CanvasPalette palette, String text, double left, int column, int end) {
    g.setFont(CodeFonts.CODE);
    int at = 0;
    String head = text.length() > COLOURED ? text.substring(0, COLOURED) : text;
    for (YamlColors.Piece piece : YamlColors.of(head)) {
      paint(g, palette, text, piece.style(), left, column, at, at + piece.text().length(), end);
      at += piece.text().length();
    }
    if (text.length() > COLOURED) {
      paint(g, palette, text, "", left, column, at, text.length(), end);
    }
  }

  private static void paint(
      GraphicsContext g,
      CanvasPalette palette,
      String text,
      String style,
      double left,
      int column,
      int from,
      int to,
      int end) {
    int start = Math.max(from, column);
    int stop = Math.min(to, end);
    if (stop > start) {
      g.setFill(palette.get(tone(style)));
      g.fillText(
          text.substring(start, stop).replace('\t', ' '),
          left + (start - column) * CodeFonts.CHARACTER,
          DiffPainter.ROW / 2);
    }
  }

  private static Tone tone(String style) {
    return switch (style) {
      case "yaml-key" -> Tone.YAML_KEY;
      case "yaml-text" -> Tone.YAML_TEXT;
      case "yaml-number" -> Tone.YAML_NUMBER;
      case "yaml-comment" -> Tone.TEXT_SUBTLE;
      default -> Tone.TEXT;
    };
  }
}
