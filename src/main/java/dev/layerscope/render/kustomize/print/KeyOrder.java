package dev.layerscope.render.kustomize.print;

import java.util.Comparator;

/** The order of keys: numbers inside names by their value, letters behind everything else. */
final class KeyOrder implements Comparator<String> {
  static final KeyOrder INSTANCE = new KeyOrder();

  private KeyOrder() {}

  @Override
  public int compare(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    for (int i = 0; i < left.length && i < right.length; i++) {
      if (left[i] != right[i]) {
        return at(left, right, i);
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static int at(int[] left, int[] right, int i) {
    boolean leftLetter = Character.isLetter(left[i]);
    boolean rightLetter = Character.isLetter(right[i]);
    if (leftLetter != rightLetter) {
      return leftLetter ? 1 : -1;
    }
    if (leftLetter) {
      return Integer.compare(left[i], right[i]);
    }
    // A zero counts as a digit only behind another one that is none.
    int start = (left[i] == '0' || right[i] == '0') && behindDigit(left, i) ? 1 : 0;
    int byValue = Long.compare(number(left, i, start), number(right, i, start));
    if (byValue != 0) {
      return byValue;
    }
    int byLength = Integer.compare(digitsEnd(left, i), digitsEnd(right, i));
    return byLength != 0 ? byLength : Integer.compare(left[i], right[i]);
  }

  private static boolean behindDigit(int[] text, int i) {
    for (int j = i - 1; j >= 0 && Character.isDigit(text[j]); j--) {
      if (text[j] != '0') {
        return true;
      }
    }
    return false;
  }

  private static long number(int[] text, int from, long start) {
    long number = start;
    for (int i = from; i < digitsEnd(text, from); i++) {
      number = number * 10 + (text[i] - '0');
    }
    return number;
  }

  private static int digitsEnd(int[] text, int from) {
    int end = from;
    while (end < text.length && Character.isDigit(text[end])) {
      end++;
    }
    return end;
  }
}
