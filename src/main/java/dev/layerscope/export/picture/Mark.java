package dev.layerscope.export.picture;

/** How a node differs from another picture of it. */
public enum Mark {
  ADDED,
  REMOVED,
  CHANGED,
  RETARGETED,
  MOVED,
  UNKNOWN;

  /** The colour of its border, tile and words. */
  public Tone tone() {
    return switch (this) {
      case ADDED -> Tone.DIFF_ADDED;
      case REMOVED -> Tone.DIFF_REMOVED;
      case CHANGED, RETARGETED -> Tone.DIFF_CHANGED;
      case MOVED -> Tone.DIFF_MOVED;
      case UNKNOWN -> Tone.TEXT_MUTED;
    };
  }

  /** The colour the card is filled with. */
  public Tone background() {
    return switch (this) {
      case ADDED -> Tone.DIFF_ADDED_BG;
      case REMOVED -> Tone.DIFF_REMOVED_BG;
      case CHANGED, RETARGETED -> Tone.DIFF_CHANGED_BG;
      case MOVED -> Tone.DIFF_MOVED_BG;
      case UNKNOWN -> Tone.SURFACE_CARD;
    };
  }

  /** The sign of its tile: never colour alone. */
  public String sign() {
    return switch (this) {
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> "≠";
      case RETARGETED -> "→";
      case MOVED -> "↳";
      case UNKNOWN -> "?";
    };
  }
}
