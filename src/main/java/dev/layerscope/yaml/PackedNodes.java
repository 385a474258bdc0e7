package dev.layerscope.yaml;

import dev.layerscope.work.Packer;
import dev.layerscope.work.Unpacker;
import dev.layerscope.work.Unpacker.DamagedException;
import java.util.ArrayList;

/** Nodes as bytes, places, styles and tags included. Nodes that were shared are written twice. */
public final class PackedNodes {
  private static final int SCALAR = 0;
  private static final int SEQUENCE = 1;
  private static final int MAPPING = 2;

  private PackedNodes() {}

  public static void write(Node node, Packer to) {
    switch (node) {
      case Scalar scalar -> {
        to.number(SCALAR);
        scalar(scalar, to);
      }
      case Sequence sequence -> {
        to.number(SEQUENCE);
        to.flag(sequence.flow());
        place(sequence.place(), to);
        to.number(sequence.items().size());
        sequence.items().forEach(item -> write(item, to));
      }
      case Mapping mapping -> {
        to.number(MAPPING);
        to.flag(mapping.flow());
        place(mapping.place(), to);
        to.number(mapping.entries().size());
        for (Mapping.Entry entry : mapping.entries()) {
          scalar(entry.key(), to);
          write(entry.value(), to);
        }
      }
    }
  }

  public static Node read(Unpacker from) throws DamagedException {
    return read(from, 0);
  }

  private static Node read(Unpacker from, int depth) throws DamagedException {
    if (depth > YamlReader.MAX_DEPTH * 2) {
      throw new DamagedException("too deep");
    }
    return switch (from.number()) {
      case SCALAR -> scalar(from);
      case SEQUENCE -> {
        boolean flow = from.flag();
        Place place = place(from);
        int count = from.count();
        var items = new ArrayList<Node>(count);
        for (int i = 0; i < count; i++) {
          items.add(read(from, depth + 1));
        }
        yield Alike.sequence(items, flow, place);
      }
      case MAPPING -> {
        boolean flow = from.flag();
        Place place = place(from);
        int count = from.count();
        var entries = new ArrayList<Mapping.Entry>(count);
        for (int i = 0; i < count; i++) {
          Scalar key = scalar(from);
          entries.add(new Mapping.Entry(key, read(from, depth + 1)));
        }
        yield Alike.mapping(entries, flow, place);
      }
      default -> throw new DamagedException("no such node");
    };
  }

  private static void scalar(Scalar scalar, Packer to) {
    to.text(scalar.text());
    to.one(scalar.style());
    to.text(scalar.tag());
    place(scalar.place(), to);
  }

  private static Scalar scalar(Unpacker from) throws DamagedException {
    String text = from.text();
    Scalar.Style style = from.one(Scalar.Style.class);
    String tag = from.text();
    Place place = place(from);
    return tag.isEmpty() && place.line() == place.endLine()
        ? Alike.scalar(
            text, 0, text.length(), style, place.line(), place.column(), place.endColumn())
        : new Scalar(text, style, tag, place);
  }

  private static void place(Place place, Packer to) {
    to.number(place.line());
    to.number(place.column());
    to.number(place.endLine());
    to.number(place.endColumn());
  }

  private static Place place(Unpacker from) throws DamagedException {
    int line = from.number();
    int column = from.number();
    int endLine = from.number();
    int endColumn = from.number();
    return line == 0 && endLine == 0 && column == 0 && endColumn == 0
        ? Place.NONE
        : Alike.place(line, column, endLine, endColumn);
  }
}
