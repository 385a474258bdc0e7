package dev.layerscope.yaml;

import dev.layerscope.yaml.PlainCursor.Unusual;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Reads what most manifests are made of: mappings and lists by indentation, scalars on one line,
 * texts after a bar, braces and brackets that end where they began. Gives what the library would
 * give, to the last column, or nothing at all; then the library reads.
 */
final class PlainYaml {
  /** Deeper ones are the library's, which says how deep is too deep. */
  static final int DEEPEST = 60;

  private final PlainCursor cursor;
  private int depth;

  private PlainYaml(PlainCursor cursor) {
    this.cursor = cursor;
  }

  /** The root of a document; empty for whatever is unusual, broken or holds nothing. */
  static Optional<Node> read(String text, int linesBefore, Reading reading) {
    WordsAtLineEnds words = WordsAtLineEnds.of(text);
    if (words == null) {
      return anew(text, linesBefore, reading);
    }
    Optional<Node> known = LikeBefore.read(words, linesBefore, reading);
    if (known.isPresent()) {
      return known;
    }
    Optional<Node> root = anew(text, linesBefore, reading);
    root.ifPresent(found -> LikeBefore.keep(words, linesBefore, reading, found));
    return root;
  }

  /** Reads every character. */
  static Optional<Node> anew(String text, int linesBefore, Reading reading) {
    if (!PlainCursor.isSimple(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PlainYaml(new PlainCursor(text, linesBefore, reading)).document());
    } catch (Unusual unusual) {
      return Optional.empty();
    }
  }

  private Node document() throws Unusual {
    cursor.first();
    if (cursor.atEnd()) {
      throw new Unusual();
    }
    Node root = block(-1);
    if (!cursor.atEnd() || root instanceof Scalar || isFlow(root)) {
      throw new Unusual();
    }
    return root;
  }

  private static boolean isFlow(Node root) {
    return root instanceof Mapping mapping && mapping.flow()
        || root instanceof Sequence sequence && sequence.flow();
  }

  /**
   * What begins here.
   *
   * @param indent of what holds it, which it must be deeper than
   */
  private Node block(int indent) throws Unusual {
    if (++depth > DEEPEST) {
      throw new Unusual();
    }
    Node node =
        switch (cursor.peek()) {
          case '|' -> literal(indent);
          case '{', '[' -> {
            Node flow = new PlainFlow(cursor, depth).node();
            afterValue(indent);
            yield flow;
          }
          case '-' -> cursor.isEntry() ? sequence(cursor.column()) : mappingOrScalar(indent);
          default -> mappingOrScalar(indent);
        };
    depth--;
    return node;
  }

  private Node literal(int indent) throws Unusual {
    Scalar literal = cursor.literal(indent);
    notDeeper(indent);
    return literal;
  }

  private Node mappingOrScalar(int indent) throws Unusual {
    int column = cursor.column();
    Scalar first = cursor.scalar(false);
    if (cursor.colon(first)) {
      return mapping(first, column);
    }
    afterValue(indent);
    return first;
  }

  /** A line further in would belong to the value: several lines are the library's. */
  private void afterValue(int indent) throws Unusual {
    cursor.needOver();
    cursor.next();
    notDeeper(indent);
  }

  private void notDeeper(int indent) throws Unusual {
    if (!cursor.atEnd() && cursor.column() > indent) {
      throw new Unusual();
    }
  }

  private Mapping mapping(Scalar first, int column) throws Unusual {
    int line = cursor.line();
    var entries = new ArrayList<Mapping.Entry>(6);
    Scalar key = first;
    while (true) {
      entries.add(new Mapping.Entry(key, value(column)));
      if (cursor.atEnd() || cursor.column() < column) {
        break;
      }
      if (cursor.column() > column || cursor.isEntry()) {
        throw new Unusual();
      }
      key = cursor.scalar(false);
      if (!cursor.colon(key)) {
        throw new Unusual();
      }
    }
    PlainFlow.onceEach(entries);
    return Alike.mapping(entries, false, cursor.from(line, column));
  }

  /** What follows a colon. */
  private Node value(int indent) throws Unusual {
    cursor.forward();
    Scalar nothing = cursor.nothing();
    if (!cursor.lineIsOver()) {
      return inline(indent);
    }
    cursor.next();
    if (!cursor.atEnd() && cursor.column() > indent) {
      return below(indent);
    }
    boolean list = !cursor.atEnd() && cursor.column() == indent && cursor.isEntry();
    return list ? sequence(indent) : nothing;
  }

  /** On the line of its key only what begins no mapping and no list. */
  private Node inline(int indent) throws Unusual {
    Node node = block(indent);
    boolean block =
        node instanceof Mapping mapping && !mapping.flow()
            || node instanceof Sequence sequence && !sequence.flow();
    if (block) {
      throw new Unusual();
    }
    return node;
  }

  /** On lines of its own: a mapping or a list. */
  private Node below(int indent) throws Unusual {
    Node node = block(indent);
    if (node instanceof Scalar || isFlow(node)) {
      throw new Unusual();
    }
    return node;
  }

  private Sequence sequence(int column) throws Unusual {
    if (++depth > DEEPEST) {
      throw new Unusual();
    }
    int line = cursor.line();
    var items = new ArrayList<Node>(4);
    while (!cursor.atEnd() && cursor.column() == column && cursor.isEntry()) {
      cursor.forward();
      items.add(item(column));
    }
    if (!cursor.atEnd() && cursor.column() > column) {
      throw new Unusual();
    }
    depth--;
    return Alike.sequence(items, false, cursor.from(line, column));
  }

  private Node item(int column) throws Unusual {
    Scalar nothing = cursor.nothing();
    if (!cursor.lineIsOver()) {
      return block(column);
    }
    cursor.next();
    return !cursor.atEnd() && cursor.column() > column ? below(column) : nothing;
  }
}
