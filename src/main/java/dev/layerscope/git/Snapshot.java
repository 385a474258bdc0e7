package dev.layerscope.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A repository at one commit: the only thing the stages above ever see of git. Reading is by path
 * or by entry; nothing is checked out. A planned edit is a snapshot too, with the ids its commit
 * will have.
 *
 * <p>Equal repository and commit mean equal snapshots. Safe for several threads.
 */
public final class Snapshot {
  private final RepoUrl url;
  private final String commit;
  private final String tree;
  private final ObjectStore objects;
  private final Optional<Reads> reads;

  public Snapshot(RepoUrl url, String commit, String tree, ObjectStore objects) {
    this(url, commit, tree, objects, Optional.empty());
  }

  private Snapshot(
      RepoUrl url, String commit, String tree, ObjectStore objects, Optional<Reads> reads) {
    this.url = url;
    this.commit = commit;
    this.tree = tree;
    this.objects = objects;
    this.reads = reads;
  }

  /** The same snapshot, whose reads are written down from now on. */
  public Snapshot recording(Reads into) {
    return new Snapshot(url, commit, tree, objects, Optional.of(into));
  }

  /** Whether what is read of it is written down. */
  public boolean isRecording() {
    return reads.isPresent();
  }

  /** Whether what is known of an id holds for every other snapshot that has it. */
  public boolean idsAreContents() {
    return objects.idsAreContents();
  }

  /** The repository, as the workspace spells it. */
  public RepoUrl url() {
    return url;
  }

  /** The commit's id, 40 hex digits. */
  public String commit() {
    return commit;
  }

  public ObjectStore objects() {
    return objects;
  }

  /** The id of the root tree. */
  public String tree() {
    return tree;
  }

  /** The repository seen from a directory: paths begin there. Empty when there is none. */
  public Optional<Snapshot> below(TreePath directory) {
    return find(directory)
        .filter(TreeEntry::isDirectory)
        .map(entry -> new Snapshot(url, commit, entry.id(), objects));
  }

  /**
   * What a path leads to when symbolic links are followed, as {@code stat} would (specification
   * §1.3, §3.2).
   */
  public sealed interface Target {
    /** A file or directory inside the repository. */
    record Found(TreeEntry entry) implements Target {}

    /** Nothing there. */
    record Missing() implements Target {}

    /** Links that lead to each other. */
    record Circular() implements Target {}

    /** A link on the way leaves the repository. */
    record Outside(TreePath link, String to) implements Target {}
  }

  /**
   * The entry at a path; links are not followed. The root is a directory with the commit's tree.
   */
  public Optional<TreeEntry> find(TreePath path) {
    Optional<TreeEntry> found = look(path);
    reads.ifPresent(r -> r.found(path, found));
    return found;
  }

  /** What is at a path, without a record. */
  Optional<TreeEntry> look(TreePath path) {
    if (path.isRoot()) {
      return Optional.of(new TreeEntry(TreePath.ROOT, TreeEntry.Kind.DIRECTORY, tree));
    }
    String directory = tree;
    int from = 0;
    for (int slash = path.value().indexOf('/'); slash >= 0; ) {
      Optional<ObjectStore.RawEntry> on =
          objects.entry(directory, path.value().substring(from, slash));
      if (on.isEmpty() || on.get().kind() != TreeEntry.Kind.DIRECTORY) {
        return Optional.empty();
      }
      directory = on.get().id();
      from = slash + 1;
      slash = path.value().indexOf('/', from);
    }
    return objects
        .entry(directory, path.value().substring(from))
        .map(raw -> new TreeEntry(path, raw.kind(), raw.id()));
  }

  /** Git's mode bits of a file, link or submodule at a path. */
  public Optional<Integer> mode(TreePath path) {
    return find(path.parent())
        .filter(TreeEntry::isDirectory)
        .flatMap(parent ->
            objects.tree(parent.id()).stream()
                .filter(raw -> raw.name().equals(path.name()))
                .findFirst())
        .filter(raw -> raw.kind() != TreeEntry.Kind.DIRECTORY)
        .map(ObjectStore.RawEntry::mode);
  }

  /** What a path leads to, following links wherever they stand in it. */
  public Target follow(TreePath path) {
    return follow(path, LinkWalk.MAX_LINKS);
  }

  /**
   * The same with another patience.
   *
   * @param mostLinks to follow; more count as a circle
   */
  public Target follow(TreePath path, int mostLinks) {
    Target target = new LinkWalk(objects, tree, mostLinks).to(path);
    reads.ifPresent(r -> r.followed(path, target));
    return target;
  }

  /** What a path leads to, without a record. */
  Target trace(TreePath path) {
    return new LinkWalk(objects, tree, LinkWalk.MAX_LINKS).to(path);
  }

  /**
   * The entries of a directory, in the byte order of their names; empty when there is no such
   * directory.
   */
  public List<TreeEntry> list(TreePath directory) {
    return find(directory).filter(TreeEntry::isDirectory).map(this::list).orElse(List.of());
  }

  /** The entries of a directory, in the byte order of their names. */
  public List<TreeEntry> list(TreeEntry directory) {
    var entries = new ArrayList<TreeEntry>();
    for (ObjectStore.RawEntry raw : raw(directory)) {
      entries.add(new TreeEntry(directory.path().child(raw.name()), raw.kind(), raw.id()));
    }
    entries.sort((a, b) -> compareNames(a.name(), b.name()));
    return entries;
  }

  /** The same as git holds them, modes included, in git's order. */
  List<ObjectStore.RawEntry> raw(TreeEntry directory) {
    List<ObjectStore.RawEntry> listed = entries(directory);
    reads.ifPresent(r -> r.listed(directory, listed));
    return listed;
  }

  List<ObjectStore.RawEntry> entries(TreeEntry directory) {
    return objects.tree(directory.id());
  }

  /**
   * Everything at and below a directory except directories themselves, depth first in the byte
   * order of names, as Go's {@code filepath.Walk} visits it.
   *
   * @param descend which sub-directories to enter
   */
  public List<TreeEntry> walk(TreeEntry directory, Predicate<TreeEntry> descend) {
    var found = new ArrayList<TreeEntry>();
    walk(directory, descend, found);
    return found;
  }

  private void walk(TreeEntry directory, Predicate<TreeEntry> descend, List<TreeEntry> found) {
    for (TreeEntry entry : list(directory)) {
      if (entry.isDirectory()) {
        if (descend.test(entry)) {
          walk(entry, descend, found);
        }
      } else {
        found.add(entry);
      }
    }
  }

  /** The bytes of a file, or the target of a link. */
  public byte[] read(TreeEntry entry) {
    heed(entry);
    return objects.blob(entry.id());
  }

  /** The size of a file in bytes, without reading it. */
  public long size(TreeEntry entry) {
    heed(entry);
    return objects.size(entry.id());
  }

  /**
   * Writes down that an entry's content matters: for those who know it by its id and need not read
   * it. Of a directory, all that is in and below it.
   */
  public void heed(TreeEntry entry) {
    reads.ifPresent(r -> r.read(entry));
  }

  /** Writes down what was read for the same purpose before, and need not be read again. */
  public void heed(Reads before) {
    reads.ifPresent(r -> r.addAll(before));
  }

  /** Writes down that other repositories were searched, too. */
  public void lookBeyond() {
    reads.ifPresent(Reads::lookBeyond);
  }

  private static int compareNames(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Snapshot that && url.equals(that.url) && commit.equals(that.commit);
  }

  @Override
  public int hashCode() {
    return 31 * url.hashCode() + commit.hashCode();
  }

  @Override
  public String toString() {
    return url.shortName() + "@" + commit;
  }
}
