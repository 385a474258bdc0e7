package dev.layerscope.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A text as everything but the plain words that end lines such as {@code name: shop}. Two texts of
 * one such form differ in words alone, so that one is read like the other. One use, one thread.
 */
final class WordsAtLineEnds {
  /** Longer texts, and texts with more words, are read on their own. */
  private static final int LONGEST = 8192;

  private static final int MOST = 64;

  /** What a word holds beside letters and digits: nothing that means anything to YAML. */
  private static final String ALSO = "._/-";

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int count;
  private final int form;

  private WordsAtLineEnds(String text, int[] starts, int[] ends, int count, int form) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.count = count;
    this.form = form;
  }

  /** The words of a text; null where it has none, is long, or its last line has no end. */
  static @Nullable WordsAtLineEnds of(String text) {
    if (text.length() > LONGEST || !text.endsWith("\n")) {
      return null;
    }
    var starts = new int[MOST];
    var ends = new int[MOST];
    int count = 0;
    int hash = 0;
    int hashBefore = 0; // of everything up to the word
    int start = -1; // of what may be a word; -1 outside of one
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        if (start >= 0 && i > start) {
          if (count == MOST) {
            return null;
          }
          starts[count] = start;
          ends[count++] = i;
          hash = hashBefore * 31 + ':';
        }
        start = -1;
      } else if (c == ' ' && i > 0 && text.charAt(i - 1) == ':') {
        start = i + 1;
        hashBefore = hash * 31 + c;
      } else if (start >= 0 && !(i == start ? isLetter(c) : isOfWord(c) || isWithin(c, i, text))) {
        start = -1;
      }
      hash = hash * 31 + c;
    }
    return count == 0 ? null : new WordsAtLineEnds(text, starts, ends, count, hash);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isOfWord(char c) {
    return isLetter(c) || c >= '0' && c <= '9' || ALSO.indexOf(c) >= 0;
  }

  /** The colon of an address or of an image is no colon after a key. */
  private static boolean isWithin(char c, int at, String text) {
    return c == ':' && isOfWord(text.charAt(at + 1));
  }

  String text() {
    return text;
  }

  int count() {
    return count;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  /** Equal for texts of one form. */
  int form() {
    return form;
  }

  /** Whether the texts are equal but for these words. */
  boolean isOfTheFormOf(WordsAtLineEnds other) {
    if (form != other.form || count != other.count) {
      return false;
    }
    int here = 0;
    int there = 0;
    for (int word = 0; word < count; word++) {
      int length = starts[word] - here;
      if (length != other.starts[word] - there
          || !text.regionMatches(here, other.text, there, length)) {
        return false;
      }
      here = ends[word];
      there = other.ends[word];
    }
    return text.length() - here == other.text.length() - there
        && text.regionMatches(here, other.text, there, text.length() - here);
  }

  boolean isSameWord(int word, WordsAtLineEnds other) {
    int length = ends[word] - starts[word];
    return length == other.ends[word] - other.starts[word]
        && text.regionMatches(starts[word], other.text, other.starts[word], length);
  }
}
