package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.layout.SpanningTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Walking over the cards with the keyboard. */
public final class Walk {
  /** Where to. */
  public enum Step {
    /** Open, or the first child. */
    RIGHT,
    /** Close, or the parent. */
    LEFT,
    UP,
    DOWN,
    PARENT,
    HOME
  }

  private Walk() {}

  static void take(HierarchyViewModel model, TreePicture picture, int at, Step step) {
    switch (step) {
      case RIGHT -> right(model, picture, at);
      case LEFT -> left(model, picture, at);
      case UP -> beside(model, picture, at, -1);
      case DOWN -> beside(model, picture, at, 1);
      case PARENT -> parent(model, picture, at);
      case HOME -> model.select(picture.node(picture.tops().getFirst()).id());
    }
  }

  private static void right(HierarchyViewModel model, TreePicture picture, int at) {
    List<Integer> children = picture.foldable(at);
    if (children.isEmpty()) {
      return;
    }
    if (model.isOpen(picture.node(at).id())) {
      model.select(picture.node(children.getFirst()).id());
    } else {
      model.setOpen(picture.node(at).id(), true);
    }
  }

  private static void left(HierarchyViewModel model, TreePicture picture, int at) {
    if (!picture.foldable(at).isEmpty() && model.isOpen(picture.node(at).id())) {
      model.setOpen(picture.node(at).id(), false);
    } else {
      parent(model, picture, at);
    }
  }

  private static void parent(HierarchyViewModel model, TreePicture picture, int at) {
    if (picture.parent(at) != SpanningTree.NONE) {
      model.select(picture.node(picture.parent(at)).id());
    }
  }

  /**
   * The next card of the same column, so that walking down never ends at the last sibling; where
   * siblings stand in several columns, the next sibling.
   */
  private static void beside(HierarchyViewModel model, TreePicture picture, int at, int direction) {
    model
        .sheet()
        .get()
        .flatMap(sheet -> sheet.card(at).flatMap(card -> next(sheet, card, direction)))
        .ifPresent(next -> model.select(picture.node(next.index()).id()));
  }

  private static Optional<Sheet.Card> next(Sheet sheet, Sheet.Card card, int direction) {
    Optional<Sheet.Card> sibling = sibling(sheet, card.index(), direction);
    boolean acrossColumns =
        card.rail().isPresent() || sibling.flatMap(Sheet.Card::rail).isPresent();
    return acrossColumns && sibling.isPresent() ? sibling : nearest(sheet, card, direction);
  }

  private static Optional<Sheet.Card> sibling(Sheet sheet, int at, int direction) {
    TreePicture picture = sheet.picture();
    if (picture.parent(at) == SpanningTree.NONE) {
      return Optional.empty();
    }
    List<Integer> drawn =
        picture.foldable(picture.parent(at)).stream()
            .filter(child -> sheet.card(child).isPresent())
            .toList();
    int next = drawn.indexOf(at) + direction;
    return next < 0 || next >= drawn.size() ? Optional.empty() : sheet.card(drawn.get(next));
  }

  private static Optional<Sheet.Card> nearest(Sheet sheet, Sheet.Card from, int direction) {
    return sheet.cards().stream()
        .filter(card -> Math.abs(card.box().x() - from.box().x()) < 1)
        .filter(card -> (card.box().y() - from.box().y()) * direction > 0)
        .min(Comparator.comparingDouble(card -> Math.abs(card.box().y() - from.box().y())));
  }
}
