package dev.layerscope.ui.common;

import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/** One coloured line of YAML as a row of texts. */
public final class CodeText {
  private CodeText() {}

  /** The line, with its colours. */
  public static HBox line(String line) {
    var row = new HBox();
    row.getStyleClass().add("code-row");
    append(row, line);
    return row;
  }

  /** Adds the coloured pieces of a text to a row. */
  public static void append(HBox row, String text) {
    for (YamlColors.Piece piece : YamlColors.of(text)) {
      var shown = new Text(piece.text());
      shown.getStyleClass().add("text");
      if (!piece.style().isEmpty()) {
        shown.getStyleClass().add(piece.style());
      }
      row.getChildren().add(shown);
    }
  }
}
