package dev.layerscope.yaml;

import dev.layerscope.yaml.PlainCursor.Unusual;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads braces and brackets that end on the line they began on, and what is in them. */
final class PlainFlow {
  /** From here on, names are looked up rather than compared one by one. */
  private static final int MANY = 12;

  private final PlainCursor cursor;
  private int depth;

  /**
   * @param depth of what holds it, in nodes
   */
  PlainFlow(PlainCursor cursor, int depth) {
    this.cursor = cursor;
    this.depth = depth;
  }

  Node node() throws Unusual {
    if (++depth > PlainYaml.DEEPEST) {
      throw new Unusual();
    }
    Node node =
        switch (cursor.peek()) {
          case '{' -> flowMapping();
          case '[' -> flowSequence();
          default -> {
            Scalar scalar = cursor.scalar(true);
            if (scalar.text().isEmpty() && scalar.isPlain()) {
              throw new Unusual();
            }
            yield scalar;
          }
        };
    depth--;
    return node;
  }

  private Node flowSequence() throws Unusual {
    int line = cursor.line();
    int column = cursor.column();
    var items = new ArrayList<Node>(4);
    for (boolean more = opened(']'); more; more = another(']')) {
      items.add(node());
    }
    return Alike.sequence(items, true, cursor.from(line, column));
  }

  private Node flowMapping() throws Unusual {
    int line = cursor.line();
    int column = cursor.column();
    var entries = new ArrayList<Mapping.Entry>(4);
    for (boolean more = opened('}'); more; more = another('}')) {
      Scalar key = cursor.scalar(true);
      if (!cursor.colon(key)) {
        throw new Unusual();
      }
      cursor.forward();
      cursor.skipSpaces();
      entries.add(new Mapping.Entry(key, node()));
    }
    onceEach(entries);
    return Alike.mapping(entries, true, cursor.from(line, column));
  }

  /** Goes past a bracket; whether something is in it. */
  private boolean opened(char close) {
    cursor.forward();
    cursor.skipSpaces();
    if (!cursor.atEnd() && cursor.peek() == close) {
      cursor.forward();
      return false;
    }
    return true;
  }

  /** Goes past a comma or the closing bracket; whether something follows. */
  private boolean another(char close) throws Unusual {
    cursor.skipSpaces();
    char c = cursor.peek();
    if (cursor.atEnd() || c != ',' && c != close) {
      throw new Unusual();
    }
    cursor.forward();
    if (c == close) {
      return false;
    }
    cursor.skipSpaces();
    return true;
  }

  /** What is written twice is told by the library's way. */
  static void onceEach(List<Mapping.Entry> entries) throws Unusual {
    if (entries.size() > MANY) {
      var names = HashSet.<String>newHashSet(entries.size());
      for (Mapping.Entry entry : entries) {
        if (!names.add(entry.name())) {
          throw new Unusual();
        }
      }
      return;
    }
    for (int i = 1; i < entries.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (entries.get(i).name().equals(entries.get(j).name())) {
          throw new Unusual();
        }
      }
    }
  }
}
