package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.layout.SpanningTree;
import java.util.List;

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

  /** The next card of the same column, so that walking down never ends at the last sibling. */
  private static void beside(HierarchyViewModel model, TreePicture picture, int at, int direction) {
    model
        .sheet()
        .get()
        .flatMap(sheet -> sheet.card(at).flatMap(card -> nearest(sheet, card, direction)))
        .ifPresent(next -> model.select(picture.node(next.index()).id()));
  }

  private static java.util.Optional<Sheet.Card> nearest(
      Sheet sheet, Sheet.Card from, int direction) {
    return sheet.cards().stream()
        .filter(card -> Math.abs(card.box().x() - from.box().x()) < 1)
        .filter(card -> (card.box().y() - from.box().y()) * direction > 0)
        .min(
            java.util.Comparator.comparingDouble(
                card -> Math.abs(card.box().y() - from.box().y())));
  }
}
