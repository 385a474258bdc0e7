package dev.layerscope.glob;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a pattern consists of, and how it is matched: all places a match may have come to are
 * followed at once, so that no pattern takes longer than its length times that of the text.
 */
final class Parts {
  private static final int MOST_NESTED = 200;

  private final List<Part> parts;

  private Parts(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  private sealed interface Part {
    /** Exactly one character. */
    record One(IntPredicate which) implements Part {}

    /** Any number of characters. */
    record Many(IntPredicate which) implements Part {}

    /** One of several. */
    record Choice(List<Parts> options) implements Part {}
  }

  /** Whether the whole text matches. */
  boolean matches(String text) {
    int[] characters = text.codePoints().toArray();
    var start = new BitSet();
    start.set(0);
    return follow(start, characters).get(characters.length);
  }

  private BitSet follow(BitSet places, int[] text) {
    BitSet at = places;
    for (Part part : parts) {
      at = follow(part, at, text);
    }
    return at;
  }

  private static BitSet follow(Part part, BitSet places, int[] text) {
    var next = new BitSet();
    switch (part) {
      case Part.One(IntPredicate which) -> {
        for (int i = places.nextSetBit(0);
            i >= 0 && i < text.length;
            i = places.nextSetBit(i + 1)) {
          next.set(i + 1, which.test(text[i]) || next.get(i + 1));
        }
      }
      case Part.Many(IntPredicate which) -> {
        next.or(places);
        for (int i = next.nextSetBit(0); i >= 0 && i < text.length; i = next.nextSetBit(i + 1)) {
          next.set(i + 1, which.test(text[i]) || next.get(i + 1));
        }
      }
      case Part.Choice(List<Parts> options) ->
          options.forEach(option -> next.or(option.follow(places, text)));
    }
    return next;
  }

  /** Puts parts together; choices may be nested. */
  static final class Builder {
    private final Deque<List<Parts>> choices = new ArrayDeque<>();
    private final Deque<List<Part>> outer = new ArrayDeque<>();
    private List<Part> current = new ArrayList<>();
    private boolean tooDeep;

    void literal(int character) {
      one(c -> c == character);
    }

    void one(IntPredicate which) {
      current.add(new Part.One(which));
    }

    void many(IntPredicate which) {
      current.add(new Part.Many(which));
    }

    void open() {
      tooDeep |= choices.size() >= MOST_NESTED;
      choices.push(new ArrayList<>());
      outer.push(current);
      current = new ArrayList<>();
    }

    /** The next option of the choice that was opened last. */
    void or() {
      choices.element().add(new Parts(current));
      current = new ArrayList<>();
    }

    void close() {
      or();
      List<Parts> options = choices.pop();
      current = outer.pop();
      current.add(new Part.Choice(List.copyOf(options)));
    }

    /** Whether choices are nested deeper than anybody means. */
    boolean isTooDeep() {
      return tooDeep;
    }

    boolean isOpen() {
      return !choices.isEmpty();
    }

    Parts parts() {
      return new Parts(current);
    }
  }
}
