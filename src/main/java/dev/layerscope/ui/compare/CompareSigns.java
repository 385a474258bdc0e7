package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;

/** How a change looks wherever it is shown: never by colour alone. */
final class CompareSigns {
  private CompareSigns() {}

  static String sign(Change change) {
    return switch (change) {
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> "≠";
      case MOVED -> "↳";
      case SAME -> "";
      case UNKNOWN -> "?";
    };
  }

  static String style(Change change) {
    return "diff-"
        + (change == Change.SAME || change == Change.UNKNOWN ? "unknown" : change.word());
  }
}
