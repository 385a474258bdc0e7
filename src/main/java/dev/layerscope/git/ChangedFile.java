package dev.layerscope.git;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that differs between two snapshots. Both may be planned ones, and of different
 * repositories. Symbolic links and submodules count as files.
 */
public sealed interface ChangedFile {
  /** Only after. */
  record Added(TreeEntry after) implements ChangedFile {}

  /** Only before. */
  record Removed(TreeEntry before) implements ChangedFile {}

  /** The same path, other content. A file that became a link is this, too. */
  record Modified(TreeEntry before, TreeEntry after) implements ChangedFile {}

  /**
   * Another path, much the same content.
   *
   * @param similarity in percent, as git counts it; 100 means not a byte differs
   */
  record Renamed(TreeEntry before, TreeEntry after, int similarity) implements ChangedFile {}

  /** The path the file is known by: after, unless it is gone. */
  default TreePath path() {
    return paths().getLast();
  }

  /** Every path the change touches: two when renamed. */
  default List<TreePath> paths() {
    return switch (this) {
      case Added(TreeEntry after) -> List.of(after.path());
      case Removed(TreeEntry before) -> List.of(before.path());
      case Modified(TreeEntry before, TreeEntry after) -> List.of(after.path());
      case Renamed(TreeEntry before, TreeEntry after, int similarity) ->
          List.of(before.path(), after.path());
    };
  }

  /** What differs from one snapshot to another, by path. Equal directories are not looked into. */
  static List<ChangedFile> between(Snapshot before, Snapshot after) {
    return between(before, after, TreePath.ROOT);
  }

  /** The same at and below one directory. */
  static List<ChangedFile> between(Snapshot before, Snapshot after, TreePath directory) {
    var changes = new ArrayList<ChangedFile>();
    compare(before, before.list(directory), after, after.list(directory), changes);
    List<ChangedFile> all = Renames.among(changes, before, after);
    return all.stream().sorted(Comparator.comparing(ChangedFile::path)).toList();
  }

  private static void compare(
      Snapshot before,
      List<TreeEntry> olds,
      Snapshot after,
      List<TreeEntry> news,
      List<ChangedFile> changes) {
    var left = new TreeMap<TreePath, TreeEntry>();
    olds.forEach(entry -> left.put(entry.path(), entry));
    for (TreeEntry now : news) {
      TreeEntry old = left.remove(now.path());
      if (old == null) {
        every(after, now).forEach(entry -> changes.add(new Added(entry)));
      } else if (old.isDirectory() && now.isDirectory()) {
        if (!old.id().equals(now.id())) {
          compare(before, before.list(old), after, after.list(now), changes);
        }
      } else if (old.isDirectory() || now.isDirectory()) {
        every(before, old).forEach(entry -> changes.add(new Removed(entry)));
        every(after, now).forEach(entry -> changes.add(new Added(entry)));
      } else if (!old.id().equals(now.id()) || old.kind() != now.kind()) {
        changes.add(new Modified(old, now));
      }
    }
    for (Map.Entry<TreePath, TreeEntry> gone : left.entrySet()) {
      every(before, gone.getValue()).forEach(entry -> changes.add(new Removed(entry)));
    }
  }

  private static List<TreeEntry> every(Snapshot snapshot, TreeEntry entry) {
    return entry.isDirectory() ? snapshot.walk(entry, directory -> true) : List.of(entry);
  }
}
