package dev.layerscope.diff.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What differs between two versions of a line, word by word. Lines as long as a book are marked as
 * a whole between their common beginning and their common end.
 *
 * @param from the places in the first version
 * @param to the places in the second
 */
public record WordMarks(List<Mark> from, List<Mark> to) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.]+|\\s+|.", Pattern.DOTALL);

  /** Characters that differ, up to which the shortest way from one to the other is looked for. */
  private static final int SHORT = 400;

  /** Characters up to which words are compared at all: every row in sight is, at every picture. */
  private static final int LONGEST = 4_000;

  /** Letters up to which a word is one; what is longer is data, and marked where it differs. */
  private static final int LONGEST_WORD = 60;

  public WordMarks {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** A piece of a line, in characters counted from 0. */
  public record Mark(int start, int end) {}

  /** Compares two versions of a line. */
  public static WordMarks between(String before, String after) {
    int head = common(before, after);
    int tail = commonEnd(before, after, head);
    String left = before.substring(head, before.length() - tail);
    String right = after.substring(head, after.length() - tail);
    if (left.length() > LONGEST || right.length() > LONGEST) {
      return new WordMarks(whole(head, left), whole(head, right));
    }
    // Whole words, not their halves: 2.13 became 2.14, and not 3 became 4.
    int least = Math.max(0, head - LONGEST_WORD);
    int start = head;
    while (start > least && (inWord(before, start) || inWord(after, start))) {
      start--;
    }
    head = start == least && least > 0 ? head : start;
    int shortest = Math.max(0, tail - LONGEST_WORD);
    int end = tail;
    while (end > shortest
        && (inWord(before, before.length() - end) || inWord(after, after.length() - end))) {
      end--;
    }
    tail = end == shortest && shortest > 0 ? tail : end;
    return words(
        head,
        before.substring(head, before.length() - tail),
        after.substring(head, after.length() - tail));
  }

  private static WordMarks words(int shift, String before, String after) {
    List<String> left = split(before);
    List<String> right = split(after);
    var from = new ArrayList<Mark>();
    var to = new ArrayList<Mark>();
    if (before.length() > SHORT || after.length() > SHORT) {
      between(shift, left, right, from, to);
      return new WordMarks(from, to);
    }
    for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
      mark(shift, left, delta.getSource(), from);
      mark(shift, right, delta.getTarget(), to);
    }
    return new WordMarks(from, to);
  }

  /** What lies between words that both versions have: quick, and near enough for a long line. */
  private static void between(
      int shift, List<String> left, List<String> right, List<Mark> from, List<Mark> to) {
    var runs = new ArrayList<>(Histogram.match(left, right));
    runs.add(new Histogram.Run(left.size(), right.size(), 0));
    int a = 0;
    int b = 0;
    int atA = shift;
    int atB = shift;
    for (Histogram.Run run : runs) {
      int lengthA = length(left.subList(a, run.from()));
      int lengthB = length(right.subList(b, run.to()));
      add(atA, lengthA, from);
      add(atB, lengthB, to);
      int same = length(left.subList(run.from(), run.from() + run.length()));
      atA += lengthA + same;
      atB += lengthB + same;
      a = run.from() + run.length();
      b = run.to() + run.length();
    }
  }

  private static void add(int start, int length, List<Mark> marks) {
    if (length > 0) {
      marks.add(new Mark(start, start + length));
    }
  }

  private static void mark(int shift, List<String> words, Chunk<String> chunk, List<Mark> marks) {
    if (chunk.size() == 0) {
      return;
    }
    int start = shift + length(words.subList(0, chunk.getPosition()));
    marks.add(new Mark(start, start + length(chunk.getLines())));
  }

  private static int length(List<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }

  private static List<Mark> whole(int start, String text) {
    return text.isEmpty() ? List.of() : List.of(new Mark(start, start + text.length()));
  }

  private static boolean inWord(String text, int at) {
    return at > 0 && at < text.length() && isWord(text.charAt(at)) && isWord(text.charAt(at - 1));
  }

  private static boolean isWord(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '_' || letter == '.';
  }

  private static int common(String a, String b) {
    int shortest = Math.min(a.length(), b.length());
    int head = 0;
    while (head < shortest && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    return head;
  }

  private static int commonEnd(String a, String b, int head) {
    int most = Math.min(a.length(), b.length()) - head;
    int tail = 0;
    while (tail < most && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    return tail;
  }

  private static List<String> split(String text) {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
