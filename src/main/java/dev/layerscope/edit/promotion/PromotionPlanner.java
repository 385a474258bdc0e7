package dev.layerscope.edit.promotion;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Tick;
import dev.layerscope.git.Branch;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Clone;
import dev.layerscope.git.Commit;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.Root;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Plans a promotion. Everything: one merge commit for each repository, so that the next merge has
 * the right base. What is ticked: plain commits, which say where it came from; what is left is
 * named.
 */
public final class PromotionPlanner {
  private static final int MOST_COMMITS = 200;
  private static final int MOST_NAMED = 12;
  private static final int MOST_TITLED = 3;

  private final Promotion wish;
  private final Ground from;
  private final Ground to;
  private final PlanDraft draft = new PlanDraft();
  private final List<String> conflicts = new ArrayList<>();

  /** Repositories that lack a branch of one side, by the side. */
  private final Map<String, List<String>> lacking = new LinkedHashMap<>();

  private boolean compared;

  private PromotionPlanner(Promotion wish, Ground from, Ground to) {
    this.wish = wish;
    this.from = from;
    this.to = to;
  }

  public static Plan plan(Promotion wish, Ground from, Ground to) throws RefusedException {
    if (wish.from().equals(wish.to())) {
      throw new RefusedException("An environment is not promoted to itself.", "");
    }
    return new PromotionPlanner(wish, from, to).plan();
  }

  private Plan plan() throws RefusedException {
    boolean everything = wish.ticks().isEmpty();
    Map<RepoUrl, Ticked> ticked =
        everything ? Map.of() : new TickedFiles(wish, from, to, draft).find();
    var branches = new ArrayList<BranchChange>();
    for (Access access : to.repositories().all()) {
      if (access instanceof Access.Available(RepoUrl url, Clone clone)
          && (everything ? reached(url) : ticked.containsKey(url))) {
        between(clone, Optional.ofNullable(ticked.get(url))).ifPresent(branches::add);
      }
    }
    if (!conflicts.isEmpty()) {
      throw new RefusedException(
          "Both environments changed the same lines: "
              + String.join(", ", conflicts)
              + ". Nothing is written.",
          "Merge these by hand first.");
    }
    if (branches.isEmpty()) {
      throw nothing();
    }
    return draft.single("Promote " + what() + " to " + wish.to(), "", branches);
  }

  /** Where a branch is missing nobody could look, and that is not the same as nothing to bring. */
  private RefusedException nothing() {
    String everything = wish.to() + " has everything of " + wish.from() + " that was asked for";
    if (lacking.isEmpty()) {
      return new RefusedException(everything + ".", "");
    }
    String where =
        lacking.entrySet().stream()
            .map(entry -> "no branch of " + entry.getKey() + " in " + first(entry.getValue()))
            .collect(Collectors.joining("; "));
    return new RefusedException(
        compared
            ? everything + " where both have a branch; " + where + "."
            : "Nothing of " + wish.from() + " can be promoted to " + wish.to() + ": " + where + ".",
        "");
  }

  private static String first(List<String> names) {
    String few = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMED ? few + " and " + (names.size() - MOST_NAMED) + " more" : few;
  }

  private void lacks(String side, Clone clone) {
    lacking.computeIfAbsent(side, unused -> new ArrayList<>()).add(clone.url().shortName());
  }

  /** For a subject line, so the first few. */
  private String what() {
    List<String> all = wish.ticks().stream().map(Tick::words).distinct().toList();
    if (all.isEmpty()) {
      return wish.from();
    }
    String first = all.stream().limit(MOST_TITLED).collect(Collectors.joining(", "));
    return all.size() > MOST_TITLED
        ? first + " and " + (all.size() - MOST_TITLED) + " more"
        : first;
  }

  private boolean reached(RepoUrl url) {
    return reached(from.hierarchy(), url) || reached(to.hierarchy(), url);
  }

  private static boolean reached(Hierarchy hierarchy, RepoUrl url) {
    return hierarchy.nodes().stream()
            .flatMap(n -> n.sources().stream())
            .anyMatch(s -> s.repository().equals(url.text()))
        || hierarchy.roots().stream()
            .anyMatch(r ->
                r.root().bootstrap() instanceof Root.Bootstrap.InGit git
                    && git.repoURL().sameRepositoryAs(url));
  }

  /**
   * One repository.
   *
   * @param only the files wanted; empty for all
   */
  private Optional<BranchChange> between(Clone clone, Optional<Ticked> only)
      throws RefusedException {
    Optional<Branch> source = from.branchOf(clone.url()).flatMap(clone::branch);
    Optional<Branch> target = to.branchOf(clone.url()).flatMap(clone::branch);
    if (source.isEmpty() || target.isEmpty() || source.get().name().equals(target.get().name())) {
      if (source.isEmpty() && target.isPresent()) {
        lacks(wish.from(), clone);
      }
      boolean missing = source.isPresent() && target.isEmpty();
      if (missing) {
        lacks(wish.to(), clone);
        draft.note(
            clone.url().shortName()
                + " has no branch of "
                + wish.to()
                + "; nothing of it is promoted.");
      }
      return Optional.empty();
    }
    compared = true;
    if (target.get().diverged()) {
      throw new RefusedException(
          "Branch " + target.get().name() + " of " + clone.url().display() + " has diverged.",
          "Push or undo yours first.");
    }
    Commit.Range ahead =
        clone.history().commits(source.get().commit(), target.get().commit(), MOST_COMMITS);
    if (ahead.count() == 0 && only.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> base = clone.history().mergeBase(source.get().commit(), target.get().commit());
    if (base.isEmpty()) {
      throw new RefusedException(
          "The branches "
              + source.get().name()
              + " and "
              + target.get().name()
              + " of "
              + clone.url().display()
              + " have no commit in common.",
          "Merge them once by hand.");
    }
    Snapshot theirs = clone.snapshot(source.get().commit()).orElseThrow();
    Snapshot ours = clone.snapshot(target.get().commit()).orElseThrow();
    Snapshot before = clone.snapshot(base.get()).orElseThrow();
    List<FileChange> files = files(clone, before, theirs, ours, only);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    BranchChange change =
        BranchChange.of(
                wish.to(),
                clone.url(),
                target.get().name(),
                new Base.At(target.get().commit()),
                files)
            .merging(new BranchChange.Merged(theirs, only.isEmpty()));
    if (only.isEmpty()) {
      draft.note(clone.url().shortName() + ": brings " + named(ahead.count(), ahead.newest()));
      return Optional.of(change);
    }
    return Optional.of(change.with(trailers(clone, ahead, files)));
  }

  private List<FileChange> files(
      Clone clone, Snapshot base, Snapshot theirs, Snapshot ours, Optional<Ticked> only)
      throws RefusedException {
    var file = new PromotedFile(from, to, base, theirs, ours);
    Set<TreePath> paths = new TreeSet<>();
    ChangedFile.between(base, theirs).forEach(changed -> paths.addAll(changed.paths()));
    Map<TreePath, List<FilePart>> parts = only.map(Ticked::parts).orElse(Map.of());
    only.ifPresent(wanted -> paths.removeIf(p -> !wanted.has(p)));
    paths.addAll(parts.keySet());
    var files = new ArrayList<FileChange>();
    for (TreePath path : paths) {
      List<FilePart> some = parts.getOrDefault(path, List.of());
      switch (some.isEmpty() ? file.merge(path) : file.take(path, some)) {
        case PromotedFile.Outcome.Same() -> {}
        case PromotedFile.Outcome.Changed(FileChange change) -> files.add(change);
        case PromotedFile.Outcome.Conflict() -> conflicts.add(clone.url().shortName() + ":" + path);
      }
    }
    return files;
  }

  /** The commits the files come from; those that bring more are promoted in part. */
  private List<String> trailers(Clone clone, Commit.Range ahead, List<FileChange> files) {
    Set<TreePath> wanted = files.stream().map(FileChange::path).collect(Collectors.toSet());
    var trailers = new ArrayList<String>();
    var left = new ArrayList<Commit>();
    for (Commit commit : ahead.newest()) {
      Set<TreePath> touched = touched(clone, commit);
      boolean some = touched.stream().anyMatch(wanted::contains);
      if (some) {
        trailers.add("Promoted-From: " + commit.id());
      }
      if (!wanted.containsAll(touched) || !some) {
        left.add(commit);
      }
    }
    if (!left.isEmpty()) {
      draft.note(
          clone.url().shortName() + ": not promoted, or only in part: " + named(left.size(), left));
    }
    return trailers.reversed();
  }

  private static Set<TreePath> touched(Clone clone, Commit commit) {
    Optional<Snapshot> after = clone.snapshot(commit.id());
    Optional<Snapshot> before = commit.parents().stream().findFirst().flatMap(clone::snapshot);
    Map<TreePath, Boolean> paths = new LinkedHashMap<>();
    if (after.isPresent() && before.isPresent()) {
      for (ChangedFile changed : ChangedFile.between(before.get(), after.get())) {
        changed.paths().forEach(path -> paths.put(path, true));
      }
    }
    return paths.keySet();
  }

  /** The first few commits, with how many there are. */
  static String named(int count, List<Commit> commits) {
    String all =
        commits.stream()
            .limit(MOST_NAMED)
            .map(c -> c.id().substring(0, 7) + " " + c.subject())
            .collect(Collectors.joining("; "));
    String more = count > MOST_NAMED ? "; and " + (count - MOST_NAMED) + " more" : "";
    return (count == 1 ? "1 commit: " : count + " commits: ") + all + more;
  }
}
