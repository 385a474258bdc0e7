package dev.layerscope.yaml;

import java.util.List;

/** Changes inside braces and brackets. */
final class FlowEdits {
  private FlowEdits() {}

  /**
   * One more entry.
   *
   * @param ends where the entries there are end
   */
  static Spliced.Change insert(
      String text, Piece collection, List<Integer> ends, int at, String entry) {
    if (ends.isEmpty()) {
      int open = text.indexOf(collection instanceof Piece.Items ? '[' : '{', collection.start());
      return new Spliced.Change(open + 1, open + 1, entry);
    }
    if (at == 0) {
      int first = start(collection, 0);
      return new Spliced.Change(first, first, entry + ", ");
    }
    int behind = ends.get(at - 1);
    return new Spliced.Change(behind, behind, ", " + entry);
  }

  /** An entry goes, and one comma with it. */
  static Spliced.Change delete(String text, Piece collection, int at) throws NoSafePlace {
    int size = size(collection);
    int from = start(collection, at);
    int to = end(collection, at);
    if (at + 1 < size) {
      to = start(collection, at + 1);
    } else if (at > 0) {
      from = end(collection, at - 1);
    }
    if (text.substring(from, to).contains("#")) {
      throw new NoSafePlace("may have a comment in what would go");
    }
    return new Spliced.Change(from, to, "");
  }

  private static int size(Piece collection) {
    return switch (collection) {
      case Piece.Items items -> items.items().size();
      case Piece.Pairs pairs -> pairs.pairs().size();
      default -> 0;
    };
  }

  private static int start(Piece collection, int at) {
    return switch (collection) {
      case Piece.Items items -> items.items().get(at).start();
      case Piece.Pairs pairs -> pairs.pairs().get(at).key().start();
      default -> collection.start();
    };
  }

  private static int end(Piece collection, int at) {
    return switch (collection) {
      case Piece.Items items -> items.items().get(at).end();
      case Piece.Pairs pairs -> pairs.pairs().get(at).end();
      default -> collection.end();
    };
  }
}
