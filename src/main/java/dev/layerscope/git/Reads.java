package dev.layerscope.git;

import dev.layerscope.git.Snapshot.Target;
import dev.layerscope.work.Packer;
import dev.layerscope.work.Unpacker;
import dev.layerscope.work.Unpacker.DamagedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was read of a snapshot, "nothing there" included. Whatever was made from these reads alone
 * is the same for every snapshot in which they still hold. Safe for several threads.
 */
public final class Reads {
  private final Map<TreePath, Optional<TreeEntry>> finds = new TreeMap<>();
  private final Map<TreePath, Target> follows = new TreeMap<>();
  private final Map<TreePath, Listing> listings = new TreeMap<>();
  private final Map<TreePath, String> contents = new TreeMap<>();

  private boolean beyond;

  /** A directory whose names were looked at; what is in its files is another read. */
  private record Listing(String tree, List<ObjectStore.RawEntry> entries) {
    boolean namesTheSameAs(List<ObjectStore.RawEntry> others) {
      if (entries.size() != others.size()) {
        return false;
      }
      for (int i = 0; i < entries.size(); i++) {
        ObjectStore.RawEntry mine = entries.get(i);
        ObjectStore.RawEntry other = others.get(i);
        if (!mine.name().equals(other.name()) || mine.kind() != other.kind()) {
          return false;
        }
      }
      return true;
    }
  }

  synchronized void found(TreePath path, Optional<TreeEntry> entry) {
    finds.put(path, entry);
  }

  synchronized void followed(TreePath path, Target target) {
    follows.put(path, target);
  }

  synchronized void listed(TreeEntry directory, List<ObjectStore.RawEntry> entries) {
    listings.put(directory.path(), new Listing(directory.id(), entries));
  }

  synchronized void read(TreeEntry entry) {
    contents.put(entry.path(), entry.id());
  }

  /** Takes in what others read for the same purpose. */
  void addAll(Reads others) {
    synchronized (others) {
      others.finds.forEach(this::found);
      others.follows.forEach(this::followed);
      others.listings.forEach((path, listing) -> listed(path, listing));
      others.contents.forEach(this::content);
      if (others.beyond) {
        lookBeyond();
      }
    }
  }

  private synchronized void listed(TreePath path, Listing listing) {
    listings.put(path, listing);
  }

  private synchronized void content(TreePath path, String id) {
    contents.put(path, id);
  }

  synchronized void lookBeyond() {
    beyond = true;
  }

  /** Whether something outside this repository was looked for as well. */
  public synchronized boolean lookedBeyond() {
    return beyond;
  }

  /** All of it as bytes, without a word of any content. */
  public synchronized void pack(Packer to) {
    to.flag(beyond);
    to.number(finds.size());
    finds.forEach((path, entry) -> {
      to.text(path.value());
      PackedReads.maybe(entry, to);
    });
    to.number(follows.size());
    follows.forEach((path, target) -> {
      to.text(path.value());
      PackedReads.target(target, to);
    });
    to.number(listings.size());
    listings.forEach((path, listing) -> {
      to.text(path.value());
      to.text(listing.tree());
      PackedReads.raw(listing.entries(), to);
    });
    to.number(contents.size());
    contents.forEach((path, id) -> {
      to.text(path.value());
      to.text(id);
    });
  }

  /** What {@link #pack} wrote. */
  public static Reads unpack(Unpacker from) throws DamagedException {
    var reads = new Reads();
    reads.beyond = from.flag();
    for (int i = from.count(); i > 0; i--) {
      TreePath path = PackedReads.path(from);
      reads.found(path, PackedReads.maybe(from));
    }
    for (int i = from.count(); i > 0; i--) {
      TreePath path = PackedReads.path(from);
      reads.followed(path, PackedReads.target(from));
    }
    for (int i = from.count(); i > 0; i--) {
      TreePath path = PackedReads.path(from);
      String tree = from.text();
      reads.listed(path, new Listing(tree, PackedReads.raw(from)));
    }
    for (int i = from.count(); i > 0; i--) {
      TreePath path = PackedReads.path(from);
      reads.content(path, from.text());
    }
    return reads;
  }

  /** How many reads there were, each path once for each way it was asked. */
  public synchronized int size() {
    return finds.size() + follows.size() + listings.size() + contents.size();
  }

  /**
   * Whether another content at a place may give another result: a file that was read, one that was
   * looked for and is not there, a directory whose names were looked at.
   *
   * @param place a file, or a directory with everything in it
   */
  public synchronized boolean touch(TreePath place) {
    return contents.keySet().stream().anyMatch(path -> path.isWithin(place))
        || finds.entrySet().stream()
            .anyMatch(e -> e.getKey().isWithin(place) && !isDirectory(e.getValue()))
        || follows.entrySet().stream()
            .anyMatch(e -> e.getKey().isWithin(place) && !isDirectory(e.getValue()))
        || listings.keySet().stream().anyMatch(path -> path.isWithin(place));
  }

  private static boolean isDirectory(Optional<TreeEntry> entry) {
    return entry.filter(TreeEntry::isDirectory).isPresent();
  }

  private static boolean isDirectory(Target target) {
    return target instanceof Target.Found(TreeEntry entry) && entry.isDirectory();
  }

  /** Whether the same reads of another snapshot give the same. */
  public synchronized boolean holdIn(Snapshot now) {
    Set<TreePath> unchanged = new TreeSet<>();
    for (var entry : listings.entrySet()) {
      TreePath path = entry.getKey();
      if (within(unchanged, path)) {
        continue;
      }
      Optional<TreeEntry> there = now.look(path).filter(TreeEntry::isDirectory);
      if (there.isEmpty()) {
        return false;
      }
      if (there.get().id().equals(entry.getValue().tree())) {
        unchanged.add(path);
      } else if (!entry.getValue().namesTheSameAs(now.entries(there.get()))) {
        return false;
      }
    }
    return contents.entrySet().stream()
            .allMatch(e ->
                within(unchanged, e.getKey())
                    || now.look(e.getKey()).filter(t -> t.id().equals(e.getValue())).isPresent())
        && finds.entrySet().stream()
            .allMatch(
                e -> within(unchanged, e.getKey()) || same(e.getValue(), now.look(e.getKey())))
        && follows.entrySet().stream().allMatch(e -> holds(e.getKey(), e.getValue(), now));
  }

  private static boolean holds(TreePath path, Target then, Snapshot now) {
    Target today = now.trace(path);
    return then instanceof Target.Found(TreeEntry before)
            && today instanceof Target.Found(TreeEntry after)
        ? before.path().equals(after.path()) && same(Optional.of(before), Optional.of(after))
        : then.equals(today);
  }

  /** Of a directory it matters that it is one; what is in it is another read. */
  private static boolean same(Optional<TreeEntry> before, Optional<TreeEntry> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() && after.isEmpty();
    }
    return before.get().kind() == after.get().kind()
        && (before.get().isDirectory() || before.get().id().equals(after.get().id()));
  }

  private static boolean within(Set<TreePath> directories, TreePath path) {
    if (directories.isEmpty()) {
      return false;
    }
    for (TreePath p = path; ; p = p.parent()) {
      if (directories.contains(p)) {
        return true;
      }
      if (p.isRoot()) {
        return false;
      }
    }
  }
}
