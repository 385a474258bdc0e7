package dev.layerscope.export.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The badges of a card as they fit into its bottom row.
 *
 * @param left from the left edge on
 * @param right up to the right edge
 */
record BadgeRoom(List<CardFace.Badge> left, List<CardFace.Badge> right) {
  /** Between two badges, and at least between left and right. */
  static final double BETWEEN = 4;

  BadgeRoom {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /**
   * As much as there is room for: first those at the left say less, the last one first; then what
   * is no trouble goes, those at the right first.
   *
   * @param room in pixels at 100 %
   * @param width of a badge, in the same
   */
  BadgeRoom within(double room, ToDoubleFunction<CardFace.Badge> width) {
    var fitting = new BadgeRoom(left, right);
    for (int i = left.size() - 1; i >= 0 && fitting.width(width) > room; i--) {
      var shorter = new ArrayList<>(fitting.left);
      shorter.set(i, shorter.get(i).shortened());
      fitting = new BadgeRoom(shorter, right);
    }
    while (fitting.width(width) > room && fitting.hasPlain()) {
      fitting = fitting.withoutOnePlain();
    }
    return fitting;
  }

  private double width(ToDoubleFunction<CardFace.Badge> width) {
    double all = left.stream().mapToDouble(width).sum() + right.stream().mapToDouble(width).sum();
    return all + BETWEEN * Math.max(0, left.size() + right.size() - 1);
  }

  private boolean hasPlain() {
    return left.stream().anyMatch(BadgeRoom::plain) || right.stream().anyMatch(BadgeRoom::plain);
  }

  private BadgeRoom withoutOnePlain() {
    return right.stream().anyMatch(BadgeRoom::plain)
        ? new BadgeRoom(left, withoutLastPlain(right))
        : new BadgeRoom(withoutLastPlain(left), right);
  }

  private static List<CardFace.Badge> withoutLastPlain(List<CardFace.Badge> badges) {
    var fewer = new ArrayList<>(badges);
    fewer.remove(badges.lastIndexOf(badges.stream().filter(BadgeRoom::plain).toList().getLast()));
    return fewer;
  }

  private static boolean plain(CardFace.Badge badge) {
    return badge.style() == CardFace.Style.PLAIN;
  }
}
