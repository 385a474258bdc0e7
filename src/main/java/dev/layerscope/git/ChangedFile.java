package dev.layerscope.git;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /**
   * The same path, other content. A file that became a link is this, too, and one that only can be
   * run now, or no longer: then both are the same.
   */
  record Modified(TreeEntry before, TreeEntry after) implements ChangedFile {}

  /**
   * Another path, much the same content.
   *
   * @param similarity in percent, as git counts it; 100 means not a byte differs
   */
  record Renamed(TreeEntry before, TreeEntry after, int similarity) implements ChangedFile {}

  /** Whether only that differs whether it can be run. */
  default boolean modeOnly() {
    return this instanceof Modified(TreeEntry before, TreeEntry after) && before.equals(after);
  }

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
    compare(before, folder(before, directory), after, folder(after, directory), changes);
    List<ChangedFile> all = Renames.among(changes, before, after);
    return all.stream().sorted(Comparator.comparing(ChangedFile::path)).toList();
  }

  private static Optional<TreeEntry> folder(Snapshot snapshot, TreePath path) {
    return snapshot.find(path).filter(TreeEntry::isDirectory);
  }

  private static void compare(
      Snapshot before,
      Optional<TreeEntry> olds,
      Snapshot after,
      Optional<TreeEntry> news,
      List<ChangedFile> changes) {
    var left = new TreeMap<String, ObjectStore.RawEntry>();
    olds.ifPresent(folder -> before.raw(folder).forEach(entry -> left.put(entry.name(), entry)));
    for (ObjectStore.RawEntry raw : news.map(after::raw).orElse(List.of())) {
      ObjectStore.RawEntry was = left.remove(raw.name());
      if (was != null && was.id().equals(raw.id()) && was.mode() == raw.mode()) {
        continue;
      }
      TreeEntry now = entry(news.orElseThrow(), raw);
      if (was == null) {
        every(after, now).forEach(entry -> changes.add(new Added(entry)));
        continue;
      }
      TreeEntry old = entry(olds.orElseThrow(), was);
      if (old.isDirectory() && now.isDirectory()) {
        compare(before, Optional.of(old), after, Optional.of(now), changes);
      } else if (old.isDirectory() || now.isDirectory()) {
        every(before, old).forEach(entry -> changes.add(new Removed(entry)));
        every(after, now).forEach(entry -> changes.add(new Added(entry)));
      } else {
        changes.add(new Modified(old, now));
      }
    }
    for (ObjectStore.RawEntry gone : left.values()) {
      every(before, entry(olds.orElseThrow(), gone))
          .forEach(entry -> changes.add(new Removed(entry)));
    }
  }

  private static TreeEntry entry(TreeEntry folder, ObjectStore.RawEntry raw) {
    return new TreeEntry(folder.path().child(raw.name()), raw.kind(), raw.id());
  }

  private static List<TreeEntry> every(Snapshot snapshot, TreeEntry entry) {
    return entry.isDirectory() ? snapshot.walk(entry, directory -> true) : List.of(entry);
  }
}
