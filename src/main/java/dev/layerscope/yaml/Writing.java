package dev.layerscope.yaml;

import java.util.List;

/** How nodes are written, beyond what they say. */
final class Writing {
  private Writing() {}

  /** Whether two nodes of one place are written in the same way throughout. */
  static boolean same(Node a, Node b) {
    return switch (a) {
      case Scalar mine ->
          b instanceof Scalar theirs && mine.equals(theirs) && mine.style() == theirs.style();
      case Sequence mine ->
          b instanceof Sequence theirs
              && mine.flow() == theirs.flow()
              && items(mine.items(), theirs.items());
      case Mapping mine ->
          b instanceof Mapping theirs
              && mine.flow() == theirs.flow()
              && entries(mine.entries(), theirs.entries());
    };
  }

  private static boolean items(List<Node> a, List<Node> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = a.get(i).isWrittenAs(b.get(i));
    }
    return same;
  }

  private static boolean entries(List<Mapping.Entry> a, List<Mapping.Entry> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same =
          a.get(i).key().isWrittenAs(b.get(i).key())
              && a.get(i).value().isWrittenAs(b.get(i).value());
    }
    return same;
  }
}
