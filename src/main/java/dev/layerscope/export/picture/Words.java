package dev.layerscope.export.picture;

import java.util.LinkedHashMap;
import java.util.Map;

/** Widths and shortened texts, remembered: measuring is what makes text slow. */
public final class Words {
  /** The faces cards use. */
  public enum Type {
    REGULAR,
    MEDIUM,
    SEMIBOLD
  }

  private record WidthKey(String text, Type type) {}

  private record CutKey(String text, Type type, int room, boolean front) {}

  private static final int KEPT = 20_000;

  /** Everything is measured at this size: letters grow in proportion, and zooming asks nothing. */
  private static final double MEASURED = 20;

  /** Room is given in steps, so that zooming does not cut every name anew in every frame. */
  private static final int STEP = 6;

  private final Ruler ruler;
  private final Map<WidthKey, Double> widths = new Recent<>();
  private final Map<CutKey, String> cuts = new Recent<>();

  public Words(Ruler ruler) {
    this.ruler = ruler;
  }

  public double width(String text, Type type, double size) {
    return measured(text, type) * size / MEASURED;
  }

  private double measured(String text, Type type) {
    var key = new WidthKey(text, type);
    Double known = widths.get(key);
    if (known == null) {
      known = ruler.width(text, type, MEASURED);
      widths.put(key, known);
    }
    return known;
  }

  /** A name cut in the middle: its beginning and its end tell most. */
  public String cutMiddle(String text, Type type, double size, double width) {
    return cut(text, type, size, width, false);
  }

  /** A path cut at the front: its end tells most. */
  public String cutFront(String text, Type type, double size, double width) {
    return cut(text, type, size, width, true);
  }

  private String cut(String text, Type type, double size, double width, boolean front) {
    double room = width * MEASURED / size;
    if (measured(text, type) <= room) {
      return text;
    }
    int steps = (int) room / STEP * STEP;
    var key = new CutKey(text, type, steps, front);
    String known = cuts.get(key);
    if (known == null) {
      known = shorten(text, type, steps, front);
      cuts.put(key, known);
    }
    return known;
  }

  private String shorten(String text, Type type, double room, boolean front) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int keep = (low + high + 1) / 2;
      if (ruler.width(keep(text, keep, front), type, MEASURED) <= room) {
        low = keep;
      } else {
        high = keep - 1;
      }
    }
    return keep(text, low, front);
  }

  /** No letter that takes two places is cut in half. */
  private static String keep(String text, int letters, boolean front) {
    if (front) {
      return "…" + text.substring(after(text, text.length() - letters));
    }
    int head = (letters + 1) / 2;
    return text.substring(0, before(text, head))
        + "…"
        + text.substring(after(text, text.length() - (letters - head)));
  }

  private static int before(String text, int at) {
    boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return inside ? at - 1 : at;
  }

  private static int after(String text, int at) {
    boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return inside ? at + 1 : at;
  }

  /** Sizes are told apart by half pixels. */
  public static int halves(double size) {
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
