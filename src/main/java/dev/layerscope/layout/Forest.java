package dev.layerscope.layout;

import java.util.List;

/**
 * What is open of a tree, as the layout wants it: items by index.
 *
 * @param items every item that is drawn, and only those
 * @param roots indices of the items of the first column, from top to bottom
 */
public record Forest(List<Item> items, List<Integer> roots) {
  /** So many leaves in a row still stand in one column. */
  public static final int LONGEST_COLUMN = 12;

  public Forest {
    items = List.copyOf(items);
    roots = List.copyOf(roots);
  }

  /** What an item is drawn as. */
  public enum Form {
    /** A card of full height. */
    CARD,
    /** A card that nothing ever hangs from, closed or not: many of them stand in columns. */
    LEAF,
    /** A card with a frame and a heading around it and its companions. */
    FRAMED,
    /** A mere note, lower than a card. */
    NOTE
  }

  /**
   * One card.
   *
   * @param children indices of the cards of the next column
   * @param companions indices of the cards that stand below this one in its frame, such as a
   *     layer's res; their own children come after this card's, and they have no companions
   */
  public record Item(List<Integer> children, List<Integer> companions, Form form) {
    public Item {
      children = List.copyOf(children);
      companions = List.copyOf(companions);
    }

    /** A note that nothing hangs from. */
    public static Item note() {
      return new Item(List.of(), List.of(), Form.NOTE);
    }

    boolean framed() {
      return form == Form.FRAMED;
    }
  }
}
