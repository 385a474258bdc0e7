package dev.layerscope.yaml;

import java.util.Arrays;

/**
 * Where the words of a text stand in what was read from it: the numbers of the children on the way
 * from the root. One use, one thread.
 */
final class Ways {
  private static final int[] NONE = {};

  private final WordsAtLineEnds words;
  private final int[][] found;
  private final int[] way = new int[YamlReader.MAX_DEPTH];

  /** The first word that is not passed yet, and its place. */
  private int word;

  private int line;
  private int column;
  private int counted;
  private int lineStart;
  private boolean shared = true;

  Ways(WordsAtLineEnds words, int linesBefore, Node root) {
    this.words = words;
    this.found = new int[words.count()][];
    Arrays.fill(found, NONE);
    this.line = 1 + linesBefore;
    toWord();
    walk(root, 0);
  }

  /**
   * The way to each word; an empty one where a word is no value of its own, and for all of them
   * where a part of the text may be an object of its own, which no two files share.
   */
  int[][] found() {
    if (!shared) {
      Arrays.fill(found, NONE);
    }
    return found;
  }

  /** Finds out on which line and in which column the next word stands. */
  private void toWord() {
    if (word == words.count()) {
      line = Integer.MAX_VALUE;
      return;
    }
    int start = words.start(word);
    for (; counted < start; counted++) {
      if (words.text().charAt(counted) == '\n') {
        line++;
        lineStart = counted + 1;
      }
    }
    column = start - lineStart + 1;
  }

  private void walk(Node node, int depth) {
    switch (node) {
      case Scalar scalar -> scalar(scalar, depth);
      case Mapping mapping -> {
        shared &= depth == 0 || !mapping.has("kind");
        for (int i = 0; i < mapping.entries().size(); i++) {
          way[depth] = i;
          walk(mapping.entries().get(i).value(), depth + 1);
        }
      }
      case Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          way[depth] = i;
          walk(sequence.items().get(i), depth + 1);
        }
      }
    }
  }

  private void scalar(Scalar scalar, int depth) {
    Place place = scalar.place();
    while (line < place.line()) {
      word++;
      toWord();
    }
    boolean here =
        line == place.line()
            && column == place.column()
            && scalar.isPlain()
            && scalar.text().length() == words.end(word) - words.start(word);
    if (here) {
      found[word] = Arrays.copyOf(way, depth);
    }
  }
}
