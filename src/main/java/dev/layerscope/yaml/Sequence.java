package dev.layerscope.yaml;

import java.util.List;
import java.util.Objects;

/**
 * A list.
 *
 * @param flow written in brackets
 */
public record Sequence(List<Node> items, boolean flow, Place place) implements Node {
  public Sequence {
    items = List.copyOf(items);
  }

  /** A made list, written in block style. */
  public static Sequence of(List<? extends Node> items) {
    return new Sequence(List.copyOf(items), false, Place.NONE);
  }

  public Sequence withItems(List<? extends Node> other) {
    return new Sequence(List.copyOf(other), flow, place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sequence that && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return Objects.hash(items);
  }
}
