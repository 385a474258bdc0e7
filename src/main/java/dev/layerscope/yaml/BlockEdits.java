package dev.layerscope.yaml;

import java.util.List;
import java.util.Map;

/** Changes of whole lines, where what is changed has lines of its own. */
final class BlockEdits {
  private final Layout layout;
  private final BlockStyle style;

  BlockEdits(Layout layout, BlockStyle style) {
    this.layout = layout;
    this.style = style;
  }

  /** What a value hangs from. */
  sealed interface Owner {
    /** A key. */
    record Key(Piece.Pair pair) implements Owner {}

    /**
     * A list.
     *
     * @param list where it begins
     */
    record Dash(int list) implements Owner {}
  }

  /** One more entry, behind the last. */
  Spliced.Change put(Piece.Pairs pairs, String key, Node value) throws NoSafePlace {
    if (pairs.pairs().isEmpty() || pairs.decorated()) {
      throw new NoSafePlace("has no line to write behind");
    }
    Piece.Pair last = pairs.pairs().getLast();
    int column = layout.column(last.key().start());
    refuseTabs(last.key().start());
    return behind(last.end(), style.entries(Mapping.of(Map.of(key, value)), column));
  }

  /** One more item. */
  Spliced.Change insert(Piece.Items list, int at, Node value) throws NoSafePlace {
    if (list.items().isEmpty() || list.decorated()) {
      throw new NoSafePlace("has no line to write behind");
    }
    int column = layout.column(list.start());
    refuseTabs(list.start());
    String lines = style.items(Sequence.of(List.of(value)), column);
    return at > 0
        ? behind(list.items().get(at - 1).end(), lines)
        : layout.linesBefore(alone(list.start()), lines);
  }

  private Spliced.Change behind(int end, String lines) throws NoSafePlace {
    if (!layout.endsHere(end)) {
      throw new NoSafePlace("has something behind the line that would be written behind");
    }
    return layout.linesAfter(end, lines);
  }

  /** An entry or item goes with its lines. */
  Spliced.Change delete(Piece parent, int at) throws NoSafePlace {
    boolean pairs = parent instanceof Piece.Pairs;
    int first = pairs ? key(parent, at) : dash((Piece.Items) parent, at);
    int end = end(parent, at);
    if (!layout.endsHere(end)) {
      throw new NoSafePlace("has something behind what would go");
    }
    if (layout.before(first).isBlank()) {
      return layout.withoutLines(first, Math.max(first, end - 1));
    }
    int next = pairs ? key(parent, at + 1) : dash((Piece.Items) parent, at + 1);
    if (!layout.text().substring(end, next).isBlank()) {
      throw new NoSafePlace("has a comment between what would go and what follows");
    }
    return new Spliced.Change(first, next, "");
  }

  /** A value of any form for a value in block style. */
  Spliced.Change replace(Owner owner, Piece old, Node value) throws NoSafePlace {
    if (!layout.endsHere(old.end())) {
      throw new NoSafePlace("has something behind what would be replaced");
    }
    return switch (owner) {
      case Owner.Key(Piece.Pair pair) -> {
        int colon = colon(pair);
        refuseComments(colon, old);
        int column = layout.column(pair.key().start());
        String lines =
            switch (value) {
              case Mapping mapping -> style.entries(mapping, column + style.indent());
              case Sequence list -> style.items(list, column + style.dash());
              case Scalar scalar -> throw new NoSafePlace("is no place for a single value");
            };
        yield new Spliced.Change(colon, old.end(), broken(lines));
      }
      case Owner.Dash(int list) -> {
        int column = layout.column(list) + 2;
        refuseComments(old.start(), old);
        boolean own = layout.column(old.start()) == column && !layout.before(old.start()).isBlank();
        if (!own) {
          throw new NoSafePlace("writes this item in a form that is not replaced");
        }
        String lines =
            switch (value) {
              case Mapping mapping -> style.entries(mapping, column);
              case Sequence inner -> style.items(inner, column);
              case Scalar scalar -> throw new NoSafePlace("is no place for a single value");
            };
        yield new Spliced.Change(
            old.start(), old.end(), lines.strip().replace("\n", layout.lineBreak()));
      }
    };
  }

  private String broken(String lines) {
    return layout.lineBreak() + lines.stripTrailing().replace("\n", layout.lineBreak());
  }

  /** A collection that loses its last entry. */
  Spliced.Change emptied(Owner owner, Piece old, String empty) throws NoSafePlace {
    if (!layout.endsHere(old.end())) {
      throw new NoSafePlace("has something behind what would go");
    }
    int from = owner instanceof Owner.Key(Piece.Pair pair) ? colon(pair) : old.start();
    refuseComments(from, old);
    return new Spliced.Change(from, old.end(), owner instanceof Owner.Key ? " " + empty : empty);
  }

  /** Right behind the colon of a key. */
  private int colon(Piece.Pair pair) throws NoSafePlace {
    int at = pair.key().end();
    while (at < layout.text().length() && " \t".indexOf(layout.text().charAt(at)) >= 0) {
      at++;
    }
    if (at >= layout.text().length() || layout.text().charAt(at) != ':') {
      throw new NoSafePlace("writes this key in a form that is not changed");
    }
    return at + 1;
  }

  /** Comments between here and the end of what goes would go with it. */
  private void refuseComments(int from, Piece old) throws NoSafePlace {
    if (old instanceof Piece.One) {
      if (!layout.text().substring(from, Math.max(from, old.start())).isBlank()
          || !layout.after(old.end()).isBlank()) {
        throw new NoSafePlace("has a comment in what would be replaced");
      }
      return;
    }
    if (layout.text().substring(from, old.end()).contains("#")) {
      throw new NoSafePlace("may have a comment in what would be replaced");
    }
  }

  private int key(Piece parent, int at) throws NoSafePlace {
    List<Piece.Pair> pairs = ((Piece.Pairs) parent).pairs();
    if (at >= pairs.size()) {
      throw new NoSafePlace("has no line of its own for this");
    }
    return pairs.get(at).key().start();
  }

  /** Where the dash of an item stands. */
  private int dash(Piece.Items list, int at) throws NoSafePlace {
    if (at == 0) {
      return list.start();
    }
    if (at < list.items().size()) {
      int column = layout.column(list.start());
      int line = layout.nextLine(Math.max(list.start(), list.items().get(at - 1).end() - 1));
      while (line < layout.text().length() && line <= list.items().get(at).start()) {
        int end = layout.lineEnd(line);
        String words = layout.text().substring(line, end);
        int blanks = words.length() - words.stripLeading().length();
        if (words.startsWith("-", blanks) && layout.column(line + blanks) == column) {
          return line + blanks;
        }
        line = layout.nextLine(line);
      }
    }
    throw new NoSafePlace("has no line of its own for this item");
  }

  private static int end(Piece parent, int at) {
    return switch (parent) {
      case Piece.Pairs pairs -> pairs.pairs().get(at).end();
      case Piece.Items items -> Math.max(items.items().get(at).end(), items.start() + 1);
      default -> parent.end();
    };
  }

  private int alone(int start) throws NoSafePlace {
    if (!layout.before(start).isBlank()) {
      throw new NoSafePlace("has no line of its own for this item");
    }
    return start;
  }

  private void refuseTabs(int start) throws NoSafePlace {
    if (layout.before(start).contains("\t")) {
      throw new NoSafePlace("has tabs where lines are indented");
    }
  }
}
