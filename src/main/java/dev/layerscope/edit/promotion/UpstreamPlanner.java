package dev.layerscope.edit.promotion;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.intention.UpstreamMerge;
import dev.layerscope.git.Branch;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Clone;
import dev.layerscope.git.Commit;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans to merge what a repository was forked from: one merge commit on the branch of an
 * environment. A branch that carries an environment is, where an Application names it, the
 * environment's own on every side, so a merge does not carry it along.
 */
public final class UpstreamPlanner {
  private static final int MOST_COMMITS = 200;

  private final UpstreamMerge wish;
  private final Ground ground;
  private final PlanDraft draft = new PlanDraft();

  private UpstreamPlanner(UpstreamMerge wish, Ground ground) {
    this.wish = wish;
    this.ground = ground;
  }

  public static Plan plan(UpstreamMerge wish, Ground ground) throws RefusedException {
    return new UpstreamPlanner(wish, ground).plan();
  }

  private Plan plan() throws RefusedException {
    Clone clone =
        ground
            .cloneOf(wish.repository())
            .orElseThrow(
                () -> new RefusedException(wish.repository().display() + " cannot be read.", ""));
    Branch target = target(clone);
    Commit.Range ahead = clone.history().commits(wish.commit(), target.commit(), MOST_COMMITS);
    if (ahead.count() == 0) {
      throw new RefusedException(
          clone.url().shortName() + " has everything of " + wish.words() + ".", "");
    }
    String base =
        clone
            .history()
            .mergeBase(wish.commit(), target.commit())
            .orElseThrow(() ->
                new RefusedException(
                    wish.words()
                        + " and the branch "
                        + target.name()
                        + " of "
                        + clone.url().display()
                        + " have no commit in common.",
                    "Merge them once by hand."));
    Snapshot theirs = clone.snapshot(wish.commit()).orElseThrow();
    List<FileChange> files = files(clone, base, theirs, target);
    draft.note(
        clone.url().shortName()
            + ": brings "
            + PromotionPlanner.named(ahead.count(), ahead.newest()));
    BranchChange change =
        BranchChange.of(
                wish.environment(), clone.url(), target.name(), new Base.At(target.commit()), files)
            .merging(new BranchChange.Merged(theirs, true));
    return draft.single("Merge " + wish.words(), "", List.of(change));
  }

  private Branch target(Clone clone) throws RefusedException {
    Optional<Branch> target = ground.branchOf(clone.url()).flatMap(clone::branch);
    if (target.isEmpty()) {
      throw new RefusedException(
          clone.url().display() + " has no branch of " + wish.environment() + ".", "");
    }
    if (target.get().diverged()) {
      throw new RefusedException(
          "Branch " + target.get().name() + " of " + clone.url().display() + " has diverged.",
          "Push or undo yours first.");
    }
    return target.get();
  }

  private List<FileChange> files(Clone clone, String base, Snapshot theirs, Branch target)
      throws RefusedException {
    Snapshot before = clone.snapshot(base).orElseThrow();
    Snapshot ours = clone.snapshot(target.commit()).orElseThrow();
    var file =
        new PromotedFile(
            ground,
            ground,
            before,
            theirs,
            ours,
            ground::carriesAny,
            "as " + wish.words() + " has it");
    Set<TreePath> paths = new TreeSet<>();
    ChangedFile.between(before, theirs).forEach(changed -> paths.addAll(changed.paths()));
    var files = new ArrayList<FileChange>();
    var conflicts = new ArrayList<String>();
    for (TreePath path : paths) {
      switch (file.merge(path)) {
        case PromotedFile.Outcome.Same() -> {}
        case PromotedFile.Outcome.Changed(FileChange change) -> files.add(change);
        case PromotedFile.Outcome.Conflict() -> conflicts.add(path.value());
      }
    }
    if (!conflicts.isEmpty()) {
      throw new RefusedException(
          "Both changed the same lines of "
              + clone.url().shortName()
              + ": "
              + String.join(", ", conflicts)
              + ". Nothing is written.",
          "Merge these by hand first.");
    }
    return files;
  }
}
