package dev.layerscope.export.picture;

import dev.layerscope.layout.Places.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way from one sheet to the next of the same root: cards glide from where they were, new ones
 * come out of the card they hang from. Only for what a window can redraw at every step.
 */
public final class Unfolding {
  private static final int MOST = 600;

  private final Sheet to;
  private final double[] x;
  private final double[] y;

  private Unfolding(Sheet to) {
    this.to = to;
    x = new double[to.cards().size()];
    y = new double[to.cards().size()];
  }

  /**
   * The way, or none when there are too many cards to move.
   *
   * @param dx how far the same place of the sheet has moved: the camera has followed already
   * @param dy the same, downward
   */
  public static Optional<Unfolding> of(Sheet from, Sheet to, double dx, double dy) {
    if (to.cards().size() > MOST || from.cards().size() > MOST) {
      return Optional.empty();
    }
    var way = new Unfolding(to);
    way.begin(from, dx, dy);
    return Optional.of(way);
  }

  /** Parents come before children in a sheet, so that a new branch begins where it hangs. */
  private void begin(Sheet from, double dx, double dy) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < x.length; i++) {
      Sheet.Card card = to.cards().get(i);
      places.put(card.index(), i);
      Optional<Sheet.Card> before = from.card(card.index());
      Integer parent = places.get(to.picture().parent(card.index()));
      if (before.isPresent()) {
        x[i] = before.get().box().x() + dx;
        y[i] = before.get().box().y() + dy;
      } else if (parent != null) {
        x[i] = x[parent];
        y[i] = y[parent];
      } else {
        x[i] = card.box().x();
        y[i] = card.box().y();
      }
    }
  }

  /**
   * The sheet on its way.
   *
   * @param part 0 for where it begins, 1 for where it ends
   */
  public Sheet at(double part) {
    List<Sheet.Card> cards = new ArrayList<>(x.length);
    Map<Integer, Sheet.Card> byIndex = new HashMap<>();
    for (int i = 0; i < x.length; i++) {
      Sheet.Card card = to.cards().get(i);
      Rectangle box = card.box();
      var moved =
          new Sheet.Card(
              card.index(),
              new Rectangle(
                  x[i] + (box.x() - x[i]) * part,
                  y[i] + (box.y() - y[i]) * part,
                  box.width(),
                  box.height()),
              card.folds(),
              card.closed(),
              card.rail());
      cards.add(moved);
      byIndex.put(card.index(), moved);
    }
    List<Sheet.Link> links =
        to.links().stream()
            .map(link ->
                new Sheet.Link(
                    moved(byIndex, link.from()),
                    moved(byIndex, link.to()),
                    link.kind(),
                    link.how()))
            .toList();
    List<Sheet.Frame> frames = to.frames().stream().map(frame -> frame(frame, byIndex)).toList();
    return new Sheet(
        to.picture(),
        cards,
        frames,
        links,
        to.ghosts(),
        byIndex,
        to.width(),
        to.height(),
        InSight.of(cards, links));
  }

  private Sheet.Frame frame(Sheet.Frame frame, Map<Integer, Sheet.Card> byIndex) {
    Sheet.Card head = to.byIndex().get(frame.head());
    if (head == null) {
      return frame;
    }
    Rectangle now = moved(byIndex, head).box();
    Rectangle box = frame.box();
    return new Sheet.Frame(
        frame.head(),
        new Rectangle(
            box.x() + now.x() - head.box().x(),
            box.y() + now.y() - head.box().y(),
            box.width(),
            box.height()));
  }

  private static Sheet.Card moved(Map<Integer, Sheet.Card> byIndex, Sheet.Card card) {
    return byIndex.getOrDefault(card.index(), card);
  }
}
