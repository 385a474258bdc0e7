package dev.layerscope.edit;

import dev.layerscope.git.TextMerge;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where two plans cannot both be carried out as they are: they change the same lines, or one takes
 * away what the other changes. The second has to be planned again after the first.
 */
public final class PlanConflicts {
  private PlanConflicts() {}

  /** The places, as {@code deps/x.yaml of east on dev}; empty when they do not meet. */
  public static List<String> between(Plan one, Plan other) {
    Set<String> places = new LinkedHashSet<>();
    for (BranchChange mine : one.branches()) {
      for (BranchChange theirs : other.branches()) {
        if (mine.repository().sameRepositoryAs(theirs.repository())
            && mine.branch().equals(theirs.branch())) {
          meet(mine, theirs, places);
        }
      }
    }
    return List.copyOf(places);
  }

  private static void meet(BranchChange mine, BranchChange theirs, Set<String> places) {
    for (FileChange file : mine.files()) {
      theirs.files().stream()
          .filter(f -> f.path().equals(file.path()) && conflict(file, f))
          .findFirst()
          .ifPresent(f ->
              places.add(
                  f.path() + " of " + mine.repository().shortName() + " on " + mine.branch()));
    }
  }

  private static boolean conflict(FileChange one, FileChange other) {
    return TextMerge.merge(
            one.before().map(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            one.content(),
            other.content())
        instanceof TextMerge.Outcome.Conflict;
  }
}
