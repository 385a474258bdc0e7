package dev.layerscope.diff.text;

import java.util.Optional;

/**
 * One row of a side-by-side text.
 *
 * @param from the line on the first side; empty where it has none
 * @param to the line on the second side; empty where it has none
 */
public record AlignedLine(Kind kind, Optional<Numbered> from, Optional<Numbered> to) {
  /** What the row says. */
  public enum Kind {
    EQUAL,
    CHANGED,
    ADDED,
    REMOVED
  }

  /** A line with its 1-based number. */
  public record Numbered(int number, String text) {}
}
