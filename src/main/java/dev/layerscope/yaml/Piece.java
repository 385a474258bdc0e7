package dev.layerscope.yaml;

import java.util.List;
import java.util.Optional;

/**
 * A node of YAML as it stands in its text: where it begins and ends, aliases left as they are.
 * Offsets count chars from the beginning of the text, ends are exclusive and reach no further than
 * the last character that belongs to the node.
 */
sealed interface Piece {
  int start();

  int end();

  /** Whether it or anything in it has an anchor or is an alias. */
  boolean anchored();

  /** Whether a tag or an anchor stands in front of it. */
  default boolean decorated() {
    return false;
  }

  /**
   * A single value.
   *
   * @param text what it means
   */
  record One(
      int start, int end, String text, Scalar.Style style, boolean anchored, boolean decorated)
      implements Piece {}

  /** {@code *name}. */
  record Alias(int start, int end) implements Piece {
    @Override
    public boolean anchored() {
      return true;
    }
  }

  /** A list. */
  record Items(
      int start, int end, boolean flow, List<Piece> items, boolean anchored, boolean decorated)
      implements Piece {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A mapping. */
  record Pairs(
      int start, int end, boolean flow, List<Pair> pairs, boolean anchored, boolean decorated)
      implements Piece {
    public Pairs {
      pairs = List.copyOf(pairs);
    }

    Optional<Pair> pair(String name) {
      return pairs.stream().filter(pair -> pair.named(name)).findFirst();
    }

    long count(String name) {
      return pairs.stream().filter(pair -> pair.named(name)).count();
    }
  }

  /** A key and its value. */
  record Pair(Piece key, Piece value) {
    boolean named(String name) {
      return key instanceof One one && one.text().equals(name);
    }

    /** Where the last character of the two is, exclusive: an empty value ends with its key. */
    int end() {
      return Math.max(key.end(), value.end());
    }
  }

  /** Whether it is written in braces or brackets. */
  default boolean isFlow() {
    return switch (this) {
      case Items items -> items.flow();
      case Pairs pairs -> pairs.flow();
      case One one -> false;
      case Alias alias -> false;
    };
  }
}
