package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Ruler;
import dev.layerscope.export.picture.Words;
import dev.layerscope.export.picture.Words.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** The fonts of the canvas, and how wide they print. */
final class CanvasFonts implements Ruler {
  /** An icon as a letter of its font. */
  record Icon(String text, Font font) {}

  private record FontKey(Type type, int halves) {}

  private record IconKey(String literal, int halves) {}

  private static final Pattern FAMILY = Pattern.compile("-fx-font-family: *'([^']*)'");

  private final Map<FontKey, Font> fonts = new HashMap<>();
  private final Map<IconKey, Icon> icons = new HashMap<>();
  private final Text ruler = new Text();

  Font font(Type type, double size) {
    return fonts.computeIfAbsent(
        new FontKey(type, Words.halves(size)), key -> load(type, key.halves() / 2.0));
  }

  private static Font load(Type type, double size) {
    String family =
        switch (type) {
          case REGULAR -> "Inter";
          case MEDIUM -> "Inter Medium";
          case SEMIBOLD -> "Inter Semi Bold";
        };
    Font font = new Font(family, size);
    boolean known = font.getFamily().startsWith("Inter");
    return known ? font : new Font(type == Type.REGULAR ? "Inter Regular" : family, size);
  }

  Icon icon(String literal, double size) {
    return icons.computeIfAbsent(
        new IconKey(literal, Words.halves(size)),
        key -> {
          // Making one icon loads its font, and the icon's own style names the family.
          var icon = new FontIcon(literal);
          Matcher family = FAMILY.matcher(icon.getStyle());
          String name = family.find() ? family.group(1) : icon.getFont().getFamily();
          return new Icon(icon.getText(), new Font(name, key.halves() / 2.0));
        });
  }

  @Override
  public double width(String text, Type type, double size) {
    ruler.setFont(font(type, size));
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }
}
