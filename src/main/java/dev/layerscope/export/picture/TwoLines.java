package dev.layerscope.export.picture;

import java.util.List;
import java.util.function.Predicate;

/** A sentence broken over two lines at a space; what does not fit ends in dots. */
final class TwoLines {
  private TwoLines() {}

  static List<String> of(String text, Predicate<String> fits) {
    if (fits.test(text)) {
      return List.of(text);
    }
    int end = fitting(text, fits);
    int cut = Math.max(1, seam(text, end));
    String first = text.substring(0, cut);
    String rest = text.substring(cut).strip();
    return List.of(
        first,
        fits.test(rest)
            ? rest
            : rest.substring(0, Math.max(0, fitting(rest + "…", fits) - 1)) + "…");
  }

  /** A space, or where a long name has a seam; without either as much as fits. */
  private static int seam(String text, int end) {
    int space = text.lastIndexOf(' ', end);
    if (space > 0) {
      return space;
    }
    for (int at = end; at > end / 2; at--) {
      if ("-/._".indexOf(text.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return end;
  }

  /** How many letters fit. */
  private static int fitting(String text, Predicate<String> fits) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (fits.test(text.substring(0, middle))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return Math.max(1, low);
  }
}
