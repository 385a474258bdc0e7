package dev.layerscope.yaml;

import java.util.Collection;
import java.util.Optional;

/**
 * How the neighbours indent, and new YAML written the same way: block style, quotes only where a
 * text would otherwise mean something else.
 *
 * @param indent blanks per level of mappings
 * @param dash blanks between a key and the dashes of its list
 */
public record BlockStyle(int indent, int dash) {
  /** What is written where no neighbour shows anything else. */
  public static final BlockStyle USUAL = new BlockStyle(2, 2);

  /** Learns from what was read; the first file that shows something counts. */
  public static BlockStyle learn(Collection<? extends Node> neighbours) {
    Optional<Integer> indent = neighbours.stream().flatMap(n -> indentOf(n).stream()).findFirst();
    Optional<Integer> dash = neighbours.stream().flatMap(n -> dashOf(n).stream()).findFirst();
    return new BlockStyle(indent.orElse(USUAL.indent), dash.orElse(USUAL.dash));
  }

  private static Optional<Integer> indentOf(Node node) {
    if (node instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (entry.value() instanceof Mapping inner && !inner.flow() && !inner.isEmpty()) {
          int wide = column(inner.entries().getFirst().key()) - column(entry.key());
          return wide > 0 && wide <= 8 ? Optional.of(wide) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> dashOf(Node node) {
    if (node instanceof Sequence sequence) {
      return sequence.items().stream().flatMap(item -> dashOf(item).stream()).findFirst();
    }
    if (node instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        Optional<Integer> found =
            entry.value() instanceof Sequence list && !list.flow() && !list.items().isEmpty()
                ? Optional.of(column(list.items().getFirst()) - 2 - column(entry.key()))
                : dashOf(entry.value());
        if (found.filter(dash -> dash >= 0 && dash <= 8).isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static int column(Node node) {
    return node.place().column();
  }

  /** One document, ending with a line break. */
  public String print(Mapping document) {
    return entries(document, 0);
  }

  /** The entries of a mapping at a column counted from 0, each line ending with a line break. */
  String entries(Mapping mapping, int column) {
    var out = new StringBuilder();
    mapping(mapping, column, true, out);
    return out.toString();
  }

  /** The items of a list whose dashes stand at a column counted from 0. */
  String items(Sequence list, int column) {
    var out = new StringBuilder();
    list(list, column, out);
    return out.toString();
  }

  private void mapping(Mapping mapping, int column, boolean indentFirst, StringBuilder out) {
    boolean indented = !indentFirst;
    for (Mapping.Entry entry : mapping.entries()) {
      out.append(indented ? "" : " ".repeat(column)).append(inline(entry.key())).append(':');
      indented = false;
      switch (entry.value()) {
        case Mapping inner when !inner.isEmpty() -> {
          out.append('\n');
          mapping(inner, column + indent, true, out);
        }
        case Sequence list when !list.items().isEmpty() -> {
          out.append('\n');
          list(list, column + dash, out);
        }
        default -> out.append(' ').append(inline(entry.value())).append('\n');
      }
    }
  }

  private void list(Sequence list, int column, StringBuilder out) {
    for (Node item : list.items()) {
      out.append(" ".repeat(column)).append("- ");
      switch (item) {
        case Mapping inner when !inner.isEmpty() -> mapping(inner, column + 2, false, out);
        default -> out.append(inline(item)).append('\n');
      }
    }
  }

  /** A value on one line. */
  private static String inline(Node node) {
    return node instanceof Scalar scalar ? ScalarText.inBlock(scalar) : FlowText.print(node, false);
  }
}
