package dev.layerscope.layout;

import java.util.List;
import java.util.Map;

/**
 * Where everything lies. The top of the first card or frame is at 0.
 *
 * @param cards by the index of the item
 * @param frames around cards, from top to bottom within a column
 * @param rails by the index of a card that stands further right than the next column: how high the
 *     way to it runs above the cards it passes
 */
public record Places(
    List<Rectangle> cards,
    List<Frame> frames,
    Map<Integer, Double> rails,
    double width,
    double height) {
  public Places {
    cards = List.copyOf(cards);
    frames = List.copyOf(frames);
    rails = Map.copyOf(rails);
  }

  /** A box with its upper left corner. */
  public record Rectangle(double x, double y, double width, double height) {
    public double right() {
      return x + width;
    }

    public double bottom() {
      return y + height;
    }

    public double centerX() {
      return x + width / 2;
    }

    public double centerY() {
      return y + height / 2;
    }

    public boolean intersects(Rectangle other) {
      return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    public boolean contains(double px, double py) {
      return px >= x && px < right() && py >= y && py < bottom();
    }
  }

  /**
   * A frame around a card and its companions.
   *
   * @param head the item it is about
   */
  public record Frame(int head, Rectangle box) {}
}
