package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;

/** How a change looks wherever it is shown: never by colour alone. */
public final class CompareSigns {
  private CompareSigns() {}

  public static String sign(Change change) {
    return switch (change) {
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> "≠";
      case MOVED -> "↳";
      case SAME -> "";
      case UNKNOWN -> "?";
    };
  }

  public static String style(Change change) {
    return "diff-"
        + (change == Change.SAME || change == Change.UNKNOWN ? "unknown" : change.word());
  }
}
