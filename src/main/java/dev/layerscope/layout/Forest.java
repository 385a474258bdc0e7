package dev.layerscope.layout;

import java.util.List;

/**
 * What is open of a tree, as the layout wants it: items by index.
 *
 * @param items every item that is drawn, and only those
 * @param roots indices of the items of the first column, from top to bottom
 */
public record Forest(List<Item> items, List<Integer> roots) {
  public Forest {
    items = List.copyOf(items);
    roots = List.copyOf(roots);
  }

  /**
   * One card.
   *
   * @param children indices of the cards of the next column
   * @param companions indices of the cards that stand below this one in its frame, such as a
   *     layer's res; their own children come after this card's, and they have no companions
   * @param framed whether a frame with a heading goes around this card and its companions
   * @param low whether it is a mere note, lower than a card
   */
  public record Item(
      List<Integer> children, List<Integer> companions, boolean framed, boolean low) {
    public Item {
      children = List.copyOf(children);
      companions = List.copyOf(companions);
    }

    /** A card of full height. */
    public Item(List<Integer> children, List<Integer> companions, boolean framed) {
      this(children, companions, framed, false);
    }

    /** A note that nothing hangs from. */
    public static Item note() {
      return new Item(List.of(), List.of(), false, true);
    }
  }
}
