package dev.layerscope.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word somebody most likely meant. */
public final class Nearest {
  private static final String QUESTION = "; did you mean “";

  private Nearest() {}

  /** A question to put behind a sentence; empty when nothing is near. */
  public static String question(String word, Collection<String> known) {
    return to(word, known).map(near -> QUESTION + near + "”?").orElse("");
  }

  /** A sentence without the question behind it: that depends on what else there is. */
  static String withoutQuestion(String sentence) {
    int question = sentence.indexOf(QUESTION);
    return question >= 0 && sentence.endsWith("”?") ? sentence.substring(0, question) : sentence;
  }

  /** The nearest of some words, when it is near enough to be worth asking. */
  public static Optional<String> to(String word, Collection<String> known) {
    int reach = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= reach)
        .map(candidate -> new Candidate(candidate, distance(word, candidate)))
        .filter(candidate -> candidate.distance() <= reach)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  private record Candidate(String word, int distance) {}

  /** How many letters to insert, delete, replace or swap, without regard to case. */
  static int distance(String a, String b) {
    String s = a.toLowerCase(java.util.Locale.ROOT);
    String t = b.toLowerCase(java.util.Locale.ROOT);
    int[][] cost = new int[s.length() + 1][t.length() + 1];
    for (int i = 0; i <= s.length(); i++) {
      for (int j = 0; j <= t.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = s.charAt(i - 1) == t.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && s.charAt(i - 1) == t.charAt(j - 2)
                && s.charAt(i - 2) == t.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[s.length()][t.length()];
  }
}
