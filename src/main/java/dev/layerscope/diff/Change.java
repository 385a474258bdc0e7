package dev.layerscope.diff;

/** What happened to a thing between two sides. */
public enum Change {
  ADDED,
  REMOVED,
  CHANGED,
  /** It hangs from another parent: to Argo CD that may be delete and create. */
  MOVED,
  SAME,
  /** One side could not be looked at, so nobody knows. */
  UNKNOWN;

  /** The word used in JSON. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
