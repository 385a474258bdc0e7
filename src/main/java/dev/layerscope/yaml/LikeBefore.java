package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text that differs in plain words from one that was read before: a file of another branch
 * that names its own revision, the next Application of a folder. What is equal is taken over. A
 * fixed number of texts is held; nothing depends on who was first, since the answer is what reading
 * gives, to the last column. Safe for several threads.
 */
final class LikeBefore {
  private static final int SLOTS = 1 << 8;
  private static final @Nullable LikeBefore[] KNOWN = new LikeBefore[SLOTS];

  private final WordsAtLineEnds words;
  private final int linesBefore;
  private final Reading reading;
  private final Node root;

  /** For each word the way to it, by numbers of children; null before anybody asks. */
  private volatile int @Nullable [][] ways;

  private LikeBefore(WordsAtLineEnds words, int linesBefore, Reading reading, Node root) {
    this.words = words;
    this.linesBefore = linesBefore;
    this.reading = reading;
    this.root = root;
  }

  private static int slot(WordsAtLineEnds words) {
    return words.form() * 0x9E3779B9 >>> 24;
  }

  /** Remembers how a text was read. */
  static void keep(WordsAtLineEnds words, int linesBefore, Reading reading, Node root) {
    KNOWN[slot(words)] = new LikeBefore(words, linesBefore, reading, root);
  }

  /** The root of a text; empty where none like it is known. */
  static Optional<Node> read(WordsAtLineEnds words, int linesBefore, Reading reading) {
    LikeBefore known = KNOWN[slot(words)];
    return known != null
            && known.linesBefore == linesBefore
            && known.reading == reading
            && words.isOfTheFormOf(known.words)
        ? known.with(words)
        : Optional.empty();
  }

  private Optional<Node> with(WordsAtLineEnds other) {
    int[][] known = ways;
    if (known == null) {
      known = new Ways(words, linesBefore, root).found();
      ways = known;
    }
    var changed = new ArrayList<Change>();
    for (int word = 0; word < words.count(); word++) {
      if (!words.isSameWord(word, other)) {
        if (known[word].length == 0) {
          return Optional.empty(); // in a comment, in a text of several lines
        }
        changed.add(new Change(known[word], other.start(word), other.end(word)));
      }
    }
    if (changed.isEmpty()) {
      return Optional.empty(); // the same text twice: each file has a root of its own
    }
    Node read = rebuilt(root, 0, changed, other.text());
    return Optional.of(read);
  }

  /** A word of the new text, and the way to what it takes the place of. */
  private static final class Change {
    private final int[] way;
    private final int start;
    private final int end;

    Change(int[] way, int start, int end) {
      this.way = way;
      this.start = start;
      this.end = end;
    }

    /** Which child of the node at a depth it lies in. */
    int child(int depth) {
      return way[depth];
    }
  }

  /**
   * A node with new words.
   *
   * @param depth of the node
   * @param changes below it, in the order of the text
   */
  private static Node rebuilt(Node node, int depth, List<Change> changes, String text) {
    return switch (node) {
      case Scalar scalar -> {
        Change change = changes.getFirst();
        Place place = scalar.place();
        int end = place.column() + change.end - change.start;
        yield Alike.scalar(
            text, change.start, change.end, Scalar.Style.PLAIN, place.line(), place.column(), end);
      }
      case Mapping mapping -> {
        var entries = new ArrayList<>(mapping.entries());
        for (int from = 0; from < changes.size(); ) {
          int child = changes.get(from).child(depth);
          int to = end(changes, from, depth);
          Mapping.Entry entry = entries.get(child);
          Node value = rebuilt(entry.value(), depth + 1, changes.subList(from, to), text);
          entries.set(child, new Mapping.Entry(entry.key(), value));
          from = to;
        }
        yield Alike.mapping(entries, mapping.flow(), mapping.place());
      }
      case Sequence sequence -> {
        var items = new ArrayList<>(sequence.items());
        for (int from = 0; from < changes.size(); ) {
          int child = changes.get(from).child(depth);
          int to = end(changes, from, depth);
          items.set(child, rebuilt(items.get(child), depth + 1, changes.subList(from, to), text));
          from = to;
        }
        yield Alike.sequence(items, sequence.flow(), sequence.place());
      }
    };
  }

  /** Where the changes end that lie in the same child. */
  private static int end(List<Change> changes, int from, int depth) {
    int child = changes.get(from).child(depth);
    int to = from + 1;
    while (to < changes.size() && changes.get(to).child(depth) == child) {
      to++;
    }
    return to;
  }
}
