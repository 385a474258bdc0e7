package dev.layerscope.operation.compare;

import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Clone;
import dev.layerscope.git.Commit;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Hierarchy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What only one of two commits of a repository has behind it, and what that touches. */
final class CommitHistory {
  /** More commits than this are counted and not listed. */
  static final int MOST_COMMITS = 200;

  private final Clone clone;
  private final Readers readers;

  CommitHistory(RepoUrl url, Clone clone, List<Hierarchy> hierarchies) {
    this.clone = clone;
    readers = new Readers(url, hierarchies);
  }

  CommitsApart between(String from, String to) {
    if (from.equals(to)) {
      return new CommitsApart(
          Optional.of(from), true, false, CommitsApart.Side.NONE, CommitsApart.Side.NONE);
    }
    Optional<String> base = clone.history().mergeBase(from, to);
    Commit.Range onlyFrom = clone.history().commits(from, to, MOST_COMMITS);
    Commit.Range onlyTo = clone.history().commits(to, from, MOST_COMMITS);
    boolean shallow = clone.isShallow();
    return new CommitsApart(
        base,
        base.isPresent() || shallow,
        shallow,
        side(onlyFrom, patches(onlyTo)),
        side(onlyTo, patches(onlyFrom)));
  }

  private Map<String, String> patches(Commit.Range range) {
    Map<String, String> patches = new HashMap<>();
    range
        .newest()
        .forEach(commit ->
            clone
                .history()
                .patchId(commit.id())
                .ifPresent(patch -> patches.put(patch, commit.id())));
    return patches;
  }

  private CommitsApart.Side side(Commit.Range range, Map<String, String> others) {
    return new CommitsApart.Side(
        range.count(), range.newest().stream().map(commit -> told(commit, others)).toList());
  }

  private CommitsApart.Told told(Commit commit, Map<String, String> others) {
    Touched touched = touched(commit);
    List<TreePath> files = touched.paths();
    var applications = new TreeSet<String>();
    files.forEach(file -> applications.addAll(readers.of(file)));
    Optional<String> equivalent =
        others.isEmpty() ? Optional.empty() : clone.history().patchId(commit.id()).map(others::get);
    return new CommitsApart.Told(
        commit, equivalent, files, List.copyOf(applications), touched.effects());
  }

  /** What a commit changes itself. */
  private record Touched(List<TreePath> paths, List<CommitsApart.Effect> effects) {}

  /** A merge brings what its parents have; what it changes itself is told against the first one. */
  private Touched touched(Commit commit) {
    Optional<Snapshot> after = clone.snapshot(commit.id());
    if (after.isEmpty()) {
      return new Touched(List.of(), List.of());
    }
    Optional<Snapshot> before =
        commit.parents().stream().findFirst().flatMap(parent -> clone.snapshot(parent));
    List<ChangedFile> files =
        before.map(old -> ChangedFile.between(old, after.get())).orElseGet(() -> all(after.get()));
    return new Touched(
        files.stream().map(ChangedFile::path).toList(),
        DeclaredChanges.of(before, after.get(), files));
  }

  private static List<ChangedFile> all(Snapshot first) {
    return first.walk(first.find(TreePath.ROOT).orElseThrow(), directory -> true).stream()
        .<ChangedFile>map(ChangedFile.Added::new)
        .toList();
  }
}
