package dev.layerscope.ui.workspace;

import java.util.Locale;

/** Bytes as people say them. */
final class Sizes {
  private static final double K = 1000;

  private Sizes() {}

  static String text(long bytes) {
    if (bytes < K) {
      return bytes + " B";
    }
    double size = bytes / K;
    for (String unit : new String[] {"kB", "MB"}) {
      if (size < K) {
        return String.format(Locale.ROOT, size < 100 ? "%.1f %s" : "%.0f %s", size, unit);
      }
      size /= K;
    }
    return String.format(Locale.ROOT, "%.1f GB", size);
  }
}
