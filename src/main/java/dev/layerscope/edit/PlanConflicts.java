package dev.layerscope.edit;

import dev.layerscope.git.TextMerge;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

  /**
   * Where a plan meets one that was written down.
   *
   * @return the places, as above; a file that was read at another commit and cannot be told says so
   */
  public static List<String> between(Plan plan, EarlierPlan earlier) {
    Set<String> places = new LinkedHashSet<>();
    for (BranchChange mine : plan.branches()) {
      for (EarlierPlan.Branch theirs : earlier.branches()) {
        if (mine.repository().sameRepositoryAs(theirs.repository())
            && mine.branch().equals(theirs.name())) {
          meet(mine, theirs, places);
        }
      }
    }
    return List.copyOf(places);
  }

  private static void meet(BranchChange mine, EarlierPlan.Branch theirs, Set<String> places) {
    for (FileChange file : mine.files()) {
      for (EarlierPlan.ChangedFile other : theirs.files()) {
        if (!other.path().equals(file.path().value())) {
          continue;
        }
        String place = place(mine, file);
        UnifiedDiff.Applied applied = UnifiedDiff.apply(file.before(), other.diff());
        switch (applied) {
          case UnifiedDiff.Applied.Becomes(Optional<String> after) -> {
            if (conflict(file, FileChange.of(file.path(), file.before(), after, ""))) {
              places.add(place);
            }
          }
          case UnifiedDiff.Applied.Elsewhere() ->
              places.add(
                  place
                      + " (which the other plan read at "
                      + theirs.base().map(commit -> commit.substring(0, 7)).orElse("another state")
                      + ")");
        }
      }
    }
  }

  private static String place(BranchChange change, FileChange file) {
    return file.path() + " of " + change.repository().shortName() + " on " + change.branch();
  }

  private static void meet(BranchChange mine, BranchChange theirs, Set<String> places) {
    for (FileChange file : mine.files()) {
      theirs.files().stream()
          .filter(f -> f.path().equals(file.path()) && conflict(file, f))
          .findFirst()
          .ifPresent(f -> places.add(place(mine, f)));
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
