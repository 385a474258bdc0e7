package dev.layerscope.ui.common;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The fonts that painted text is set in. */
final class CodeFonts {
  static final Font CODE = font("JetBrains Mono", "Monospaced", 12);
  static final Font SMALL = font("JetBrains Mono", "Monospaced", 11);
  static final Font HEAD = font("Inter Semi Bold", "System", 12);
  static final Font CAPTION = font("Inter", "System", 11);

  /** How wide a character of code is, in pixels. */
  static final double CHARACTER = width("0".repeat(100), CODE) / 100;

  private CodeFonts() {}

  static double width(String text, Font font) {
    var shown = new Text(text);
    shown.setFont(font);
    return shown.getLayoutBounds().getWidth();
  }

  private static Font font(String family, String instead, double size) {
    Font wanted = Font.font(family, size);
    return wanted.getFamily().equals(family) || wanted.getName().equals(family)
        ? wanted
        : Font.font(instead, size);
  }
}
