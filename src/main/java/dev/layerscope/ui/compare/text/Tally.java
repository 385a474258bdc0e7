package dev.layerscope.ui.compare.text;

import dev.layerscope.diff.Change;

/** How many things below a row differ, by how. */
public record Tally(int added, int removed, int changed, int moved, int unknown, int risks) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  public static Tally of(Change change, int risks) {
    return switch (change) {
      case ADDED -> new Tally(1, 0, 0, 0, 0, risks);
      case REMOVED -> new Tally(0, 1, 0, 0, 0, risks);
      case CHANGED -> new Tally(0, 0, 1, 0, 0, risks);
      case MOVED -> new Tally(0, 0, 0, 1, 0, risks);
      case UNKNOWN -> new Tally(0, 0, 0, 0, 1, risks);
      case SAME -> new Tally(0, 0, 0, 0, 0, risks);
    };
  }

  public Tally and(Tally other) {
    return new Tally(
        added + other.added,
        removed + other.removed,
        changed + other.changed,
        moved + other.moved,
        unknown + other.unknown,
        risks + other.risks);
  }

  int total() {
    return added + removed + changed + moved + unknown;
  }
}
