package dev.layerscope.export.picture;

import dev.layerscope.export.picture.Sheet.Card;
import dev.layerscope.export.picture.Sheet.Link;
import dev.layerscope.layout.Places.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The cards of a sheet by where they are, and its lines by the card they leave: finding what is in
 * sight among ten thousand costs what is in sight.
 */
public final class InSight {
  private static final double BAND = 512;

  private final List<List<Card>> bands = new ArrayList<>();
  private final List<Fan> fans = new ArrayList<>();
  private double tallest;

  /**
   * Lines that leave one card.
   *
   * @param box everything they touch lies in it
   */
  record Fan(List<Link> links, Rectangle box) {}

  private InSight() {}

  /** Sorts the cards and lines of a sheet. */
  public static InSight of(List<Card> cards, List<Link> links) {
    var sorted = new InSight();
    cards.forEach(sorted::add);
    sorted.addLinks(links);
    return sorted;
  }

  private void add(Card card) {
    int band = band(card.box().y());
    while (bands.size() <= band) {
      bands.add(new ArrayList<>());
    }
    bands.get(band).add(card);
    tallest = Math.max(tallest, card.box().height());
  }

  private static int band(double y) {
    return (int) Math.max(0, y / BAND);
  }

  /** Lines of one card come one after the other in a sheet. */
  private void addLinks(List<Link> links) {
    for (int from = 0; from < links.size(); ) {
      int to = from + 1;
      while (to < links.size() && links.get(to).from().index() == links.get(from).from().index()) {
        to++;
      }
      List<Link> some = List.of(links.subList(from, to).toArray(new Link[0]));
      fans.add(new Fan(some, around(some)));
      from = to;
    }
  }

  private static Rectangle around(List<Link> links) {
    Rectangle from = links.getFirst().from().box();
    double[] box = {from.x(), from.y(), from.right(), from.bottom()};
    for (Link link : links) {
      Rectangle to = link.to().box();
      box[0] = Math.min(box[0], to.x());
      box[1] = Math.min(box[1], to.y());
      box[2] = Math.max(box[2], to.right());
      box[3] = Math.max(box[3], to.bottom());
    }
    return LinkPainter.roomy(box[0], box[1], box[2], box[3]);
  }

  List<Fan> fans() {
    return fans;
  }

  /** Tells every card that a part of the sheet shows something of. */
  public void cards(Rectangle seen, Consumer<Card> told) {
    int last = Math.min(bands.size() - 1, band(seen.bottom()));
    for (int i = band(seen.y() - tallest); i <= last; i++) {
      for (Card card : bands.get(i)) {
        if (card.box().intersects(seen)) {
          told.accept(card);
        }
      }
    }
  }
}
