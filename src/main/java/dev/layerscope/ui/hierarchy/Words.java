package dev.layerscope.ui.hierarchy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Fonts, widths and shortened texts for the canvas, remembered: measuring is what makes text slow.
 */
final class Words {
  /** The faces cards use. */
  enum Type {
    REGULAR("Inter", "Inter Regular"),
    MEDIUM("Inter Medium", "Inter Medium"),
    SEMIBOLD("Inter Semi Bold", "Inter Semi Bold");

    private final String family;
    private final String name;

    Type(String family, String name) {
      this.family = family;
      this.name = name;
    }
  }

  /** An icon as a letter of its font. */
  record Icon(String text, Font font) {}

  private record FontKey(Type type, int halves) {}

  private record WidthKey(String text, Type type, int halves) {}

  private record CutKey(String text, Type type, int halves, int width, boolean front) {}

  private record IconKey(String literal, int halves) {}

  private static final Pattern FAMILY = Pattern.compile("-fx-font-family: *'([^']*)'");
  private static final int KEPT = 20_000;

  private final Map<FontKey, Font> fonts = new HashMap<>();
  private final Map<IconKey, Icon> icons = new HashMap<>();
  private final Map<WidthKey, Double> widths = new Recent<>();
  private final Map<CutKey, String> cuts = new Recent<>();
  private final Text ruler = new Text();

  Font font(Type type, double size) {
    int halves = halves(size);
    return fonts.computeIfAbsent(new FontKey(type, halves), key -> load(type, key.halves() / 2.0));
  }

  private static Font load(Type type, double size) {
    Font font = new Font(type.family, size);
    return font.getFamily().startsWith("Inter") ? font : new Font(type.name, size);
  }

  Icon icon(String literal, double size) {
    int halves = halves(size);
    return icons.computeIfAbsent(
        new IconKey(literal, halves),
        key -> {
          // Making one icon loads its font, and the icon's own style names the family.
          var icon = new FontIcon(literal);
          Matcher family = FAMILY.matcher(icon.getStyle());
          String name = family.find() ? family.group(1) : icon.getFont().getFamily();
          return new Icon(icon.getText(), new Font(name, key.halves() / 2.0));
        });
  }

  double width(String text, Type type, double size) {
    return widths.computeIfAbsent(
        new WidthKey(text, type, halves(size)), ignored -> measure(text, type, size));
  }

  private double measure(String text, Type type, double size) {
    ruler.setFont(font(type, size));
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }

  /** A name cut in the middle: its beginning and its end tell most. */
  String cutMiddle(String text, Type type, double size, double width) {
    return cut(text, type, size, width, false);
  }

  /** A path cut at the front: its end tells most. */
  String cutFront(String text, Type type, double size, double width) {
    return cut(text, type, size, width, true);
  }

  private String cut(String text, Type type, double size, double width, boolean front) {
    if (width(text, type, size) <= width) {
      return text;
    }
    return cuts.computeIfAbsent(
        new CutKey(text, type, halves(size), (int) width, front),
        ignored -> shorten(text, type, size, width, front));
  }

  private String shorten(String text, Type type, double size, double width, boolean front) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int keep = (low + high + 1) / 2;
      if (measure(keep(text, keep, front), type, size) <= width) {
        low = keep;
      } else {
        high = keep - 1;
      }
    }
    return keep(text, low, front);
  }

  private static String keep(String text, int letters, boolean front) {
    if (front) {
      return "…" + text.substring(text.length() - letters);
    }
    int head = (letters + 1) / 2;
    return text.substring(0, head) + "…" + text.substring(text.length() - (letters - head));
  }

  private static int halves(double size) {
    return Math.max(2, (int) Math.round(size * 2));
  }

  /** Forgets what was not used for long. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > KEPT;
    }
  }
}
