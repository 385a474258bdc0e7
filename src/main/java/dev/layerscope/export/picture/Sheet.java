package dev.layerscope.export.picture;

import dev.layerscope.hierarchy.How;
import dev.layerscope.layout.Forest;
import dev.layerscope.layout.Forest.Form;
import dev.layerscope.layout.Forest.Item;
import dev.layerscope.layout.Places;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.layout.Spacing;
import dev.layerscope.layout.SpanningTree;
import dev.layerscope.layout.TidyTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What is drawn of a picture with some branches open: cards, frames and links with their places.
 *
 * @param byIndex the card of a node's index, for those drawn
 * @param inSight cards and links by where they are
 */
public record Sheet(
    TreePicture picture,
    List<Card> cards,
    List<Frame> frames,
    List<Link> links,
    List<Ghost> ghosts,
    Map<Integer, Card> byIndex,
    double width,
    double height,
    InSight inSight) {
  private static final int CROWD = 60;

  /**
   * A card at its place.
   *
   * @param index of the node in the picture
   * @param folds whether it has children that open and close
   * @param closed whether these are hidden
   * @param rail how high the way to it runs above its siblings, where it stands further right than
   *     the column next to its parent
   */
  public record Card(
      int index, Rectangle box, boolean folds, boolean closed, Optional<Double> rail) {}

  /** A frame around the halves of a layer. */
  public record Frame(int head, Rectangle box) {}

  /**
   * The place a moved node had before.
   *
   * @param index of the node that is elsewhere now
   * @param from the card of its old parent
   */
  public record Ghost(int index, Card from, Rectangle box) {}

  /** A line between two cards. */
  public record Link(Card from, Card to, Kind kind, How how) {}

  /** What a line means. */
  public enum Kind {
    /** The declaration the child is drawn below. */
    TREE,
    /** From the deps half of a layer to its res half. */
    COMPANION,
    /** Another parent's declaration, or one that closes a circle. */
    EXTRA
  }

  /** Lays out what is open. */
  public static Sheet of(TreePicture picture, IntPredicate open) {
    return of(picture, open, at -> true, Ghosts.NONE);
  }

  /**
   * Lays out what is open.
   *
   * @param kept the nodes that are not left out; what is below one left out is left out too
   * @param ghosts what keeps its old place free
   */
  public static Sheet of(TreePicture picture, IntPredicate open, IntPredicate kept, Ghosts ghosts) {
    var drawn = new ArrayList<Integer>();
    var at = new HashMap<Integer, Integer>();
    collect(picture, open, kept, drawn, at);
    var items = new ArrayList<Item>(drawn.size());
    var left = new ArrayList<Left>();
    for (int node : drawn) {
      boolean shows = open.test(node) || picture.foldable(node).isEmpty();
      List<Integer> companions = places(at, picture.companions(node));
      var children = new ArrayList<Integer>(shows ? places(at, picture.foldable(node)) : List.of());
      for (int moved : shows ? ghosts.of(picture, node) : List.<Integer>of()) {
        if (kept.test(moved)) {
          children.add(drawn.size() + left.size());
          left.add(new Left(node, moved));
        }
      }
      items.add(new Item(children, companions, form(picture, node)));
    }
    left.forEach(ignored -> items.add(Item.note()));
    Spacing spacing = drawn.size() > CROWD * 40 ? Spacing.STANDARD.crowded() : Spacing.STANDARD;
    Places placed = TidyTree.place(new Forest(items, places(at, picture.tops())), spacing);
    return assemble(picture, open, drawn, left, placed);
  }

  /** What could be opened keeps its column, open or closed. */
  private static Form form(TreePicture picture, int node) {
    if (picture.depth(node) == 0 || !picture.companions(node).isEmpty()) {
      return Form.FRAMED;
    }
    return picture.children(node).isEmpty() ? Form.LEAF : Form.CARD;
  }

  /** A node that once hung from another. */
  private record Left(int parent, int moved) {}

  private static void collect(
      TreePicture picture,
      IntPredicate open,
      IntPredicate kept,
      List<Integer> drawn,
      Map<Integer, Integer> at) {
    picture.tops().stream().filter(kept::test).forEach(drawn::add);
    for (int i = 0; i < drawn.size(); i++) {
      int node = drawn.get(i);
      at.put(node, i);
      for (int child : picture.children(node)) {
        if (kept.test(child) && (open.test(node) || picture.isCompanion(child))) {
          drawn.add(child);
        }
      }
    }
  }

  private static List<Integer> places(Map<Integer, Integer> at, List<Integer> nodes) {
    if (nodes.isEmpty()) {
      return List.of();
    }
    return nodes.stream().map(at::get).filter(Objects::nonNull).toList();
  }

  private static Sheet assemble(
      TreePicture picture, IntPredicate open, List<Integer> drawn, List<Left> left, Places placed) {
    var cards = new ArrayList<Card>();
    var byIndex = new HashMap<Integer, Card>();
    for (int i = 0; i < drawn.size(); i++) {
      int node = drawn.get(i);
      boolean folds = !picture.foldable(node).isEmpty();
      var rail = Optional.ofNullable(placed.rails().get(i));
      var card = new Card(node, placed.cards().get(i), folds, folds && !open.test(node), rail);
      cards.add(card);
      byIndex.put(node, card);
    }
    var links = new ArrayList<Link>();
    for (Card card : cards) {
      Card parent = byIndex.get(picture.parent(card.index()));
      if (parent != null) {
        Kind kind = picture.isCompanion(card.index()) ? Kind.COMPANION : Kind.TREE;
        links.add(new Link(parent, card, kind, picture.how(card.index())));
      }
    }
    for (SpanningTree.Arc arc : picture.extras()) {
      Card from = byIndex.get(arc.from());
      Card to = byIndex.get(arc.to());
      if (from != null && to != null && arc.from() != arc.to()) {
        links.add(new Link(from, to, Kind.EXTRA, How.PLAIN));
      }
    }
    var ghosts = new ArrayList<Ghost>();
    for (int i = 0; i < left.size(); i++) {
      Card parent = Objects.requireNonNull(byIndex.get(left.get(i).parent()));
      Rectangle box = placed.cards().get(drawn.size() + i);
      ghosts.add(new Ghost(left.get(i).moved(), parent, box));
    }
    var frames =
        placed.frames().stream()
            .map(frame -> new Frame(drawn.get(frame.head()), frame.box()))
            .toList();
    return new Sheet(
        picture,
        List.copyOf(cards),
        frames,
        List.copyOf(links),
        List.copyOf(ghosts),
        Map.copyOf(byIndex),
        placed.width(),
        placed.height(),
        InSight.of(cards, links));
  }

  /** The card of a node, when it is drawn. */
  public Optional<Card> card(int index) {
    return Optional.ofNullable(byIndex.get(index));
  }
}
