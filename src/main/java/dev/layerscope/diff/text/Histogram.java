package dev.layerscope.diff.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines of two texts are the same ones, as git's histogram algorithm tells: what is rare
 * belongs together first, so that the closing lines of a block, which are everywhere, pull nothing
 * apart. Its cost is bounded: what is common everywhere and too long to try is told as changed.
 */
final class Histogram {
  /** A line that occurs more often than this belongs nowhere in particular. */
  private static final int MOST_OCCURRENCES = 64;

  /** Pairs of lines that the exact algorithm is let try where nothing is rare. */
  private static final long MOST_PAIRS = 1_000_000;

  private final int[] from;
  private final int[] to;
  private final int[] count;
  private final int[] first;
  private final int[] next;
  private final List<Run> runs = new ArrayList<>();
  private final Deque<Region> waiting = new ArrayDeque<>();

  /** Lines that are equal on both sides: where they begin, counted from 0, and how many. */
  record Run(int from, int to, int length) {}

  private record Region(int from, int fromEnd, int to, int toEnd) {
    boolean isEmpty() {
      return from >= fromEnd || to >= toEnd;
    }
  }

  private Histogram(List<String> before, List<String> after) {
    Map<String, Integer> numbers = new HashMap<>();
    from = numbered(before, numbers);
    to = numbered(after, numbers);
    count = new int[numbers.size()];
    first = new int[numbers.size()];
    next = new int[from.length];
  }

  /** The runs in the order of the lines; between two of them lies what differs. */
  static List<Run> match(List<String> before, List<String> after) {
    var histogram = new Histogram(before, after);
    histogram.waiting.push(new Region(0, before.size(), 0, after.size()));
    while (!histogram.waiting.isEmpty()) {
      histogram.region(histogram.waiting.pop());
    }
    histogram.runs.sort(Comparator.comparingInt(Run::from));
    return histogram.runs;
  }

  private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
    int[] ids = new int[lines.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = numbers.computeIfAbsent(lines.get(i), unused -> numbers.size());
    }
    return ids;
  }

  private void region(Region whole) {
    Region middle = withoutEnds(whole);
    if (middle.isEmpty()) {
      return;
    }
    count(middle);
    boolean common = false;
    Run best = new Run(0, 0, 0);
    int rarest = MOST_OCCURRENCES + 1;
    int at = middle.to;
    while (at < middle.toEnd) {
      int beyond = at + 1;
      int occurrences = count[to[at]];
      common |= occurrences > 0;
      if (occurrences > 0 && occurrences <= rarest) {
        for (int line = first[to[at]]; line >= 0; line = next[line]) {
          Run run = around(line, at, middle);
          int rarity = rarity(run);
          beyond = Math.max(beyond, run.to + run.length);
          if (rarity < rarest || rarity == rarest && betterThan(best, run, middle)) {
            best = run;
            rarest = rarity;
          }
        }
      }
      at = beyond;
    }
    forget(middle);
    if (best.length > 0) {
      runs.add(best);
      waiting.push(new Region(middle.from, best.from, middle.to, best.to));
      waiting.push(
          new Region(best.from + best.length, middle.fromEnd, best.to + best.length, middle.toEnd));
    } else if (common) {
      exactly(middle);
    }
  }

  private Region withoutEnds(Region whole) {
    int head = 0;
    while (whole.from + head < whole.fromEnd
        && whole.to + head < whole.toEnd
        && from[whole.from + head] == to[whole.to + head]) {
      head++;
    }
    int tail = 0;
    while (whole.fromEnd - tail > whole.from + head
        && whole.toEnd - tail > whole.to + head
        && from[whole.fromEnd - tail - 1] == to[whole.toEnd - tail - 1]) {
      tail++;
    }
    add(new Run(whole.from, whole.to, head));
    add(new Run(whole.fromEnd - tail, whole.toEnd - tail, tail));
    return new Region(whole.from + head, whole.fromEnd - tail, whole.to + head, whole.toEnd - tail);
  }

  private void add(Run run) {
    if (run.length > 0) {
      runs.add(run);
    }
  }

  private void count(Region region) {
    for (int i = region.from; i < region.fromEnd; i++) {
      first[from[i]] = -1;
    }
    for (int i = region.fromEnd - 1; i >= region.from; i--) {
      int line = from[i];
      next[i] = first[line];
      first[line] = i;
      count[line]++;
    }
  }

  private void forget(Region region) {
    for (int i = region.from; i < region.fromEnd; i++) {
      count[from[i]] = 0;
    }
  }

  /** The longest run of equal lines through a pair of them. */
  private Run around(int line, int other, Region region) {
    int start = 0;
    while (line - start > region.from
        && other - start > region.to
        && from[line - start - 1] == to[other - start - 1]) {
      start++;
    }
    int end = 1;
    while (line + end < region.fromEnd
        && other + end < region.toEnd
        && from[line + end] == to[other + end]) {
      end++;
    }
    return new Run(line - start, other - start, start + end);
  }

  /** Longer, or nearer to the middle: halves are cheaper than a slice off the beginning. */
  private static boolean betterThan(Run best, Run run, Region region) {
    return run.length > best.length
        || run.length == best.length && offCentre(run, region) < offCentre(best, region);
  }

  private static int offCentre(Run run, Region region) {
    return Math.abs(2 * run.to + run.length - region.to - region.toEnd);
  }

  private int rarity(Run run) {
    int rarest = Integer.MAX_VALUE;
    for (int i = run.from; i < run.from + run.length; i++) {
      rarest = Math.min(rarest, count[from[i]]);
    }
    return rarest;
  }

  /** Nothing is rare here: every pair is tried, where that is few. */
  private void exactly(Region region) {
    long pairs = (long) (region.fromEnd - region.from) * (region.toEnd - region.to);
    if (pairs > MOST_PAIRS) {
      return;
    }
    List<Integer> before = boxed(from, region.from, region.fromEnd);
    List<Integer> after = boxed(to, region.to, region.toEnd);
    int left = 0;
    int right = 0;
    for (AbstractDelta<Integer> delta : DiffUtils.diff(before, after).getDeltas()) {
      add(new Run(region.from + left, region.to + right, delta.getSource().getPosition() - left));
      left = delta.getSource().getPosition() + delta.getSource().size();
      right = delta.getTarget().getPosition() + delta.getTarget().size();
    }
    add(new Run(region.from + left, region.to + right, before.size() - left));
  }

  private static List<Integer> boxed(int[] lines, int start, int end) {
    return Arrays.stream(lines, start, end).boxed().toList();
  }
}
