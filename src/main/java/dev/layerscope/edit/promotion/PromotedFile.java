package dev.layerscope.edit.promotion;

import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.git.Clone;
import dev.layerscope.git.FileMode;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TextMerge;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.yaml.TextEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Merges one file of one environment into another, in memory. */
public final class PromotedFile {
  private final Ground from;
  private final Ground to;
  private final Snapshot base;
  private final Snapshot theirs;
  private final Snapshot ours;
  private final BiPredicate<RepoUrl, String> theirOwn;
  private final String reason;

  /** What another environment has. */
  PromotedFile(Ground from, Ground to, Snapshot base, Snapshot theirs, Snapshot ours) {
    this(
        from,
        to,
        base,
        theirs,
        ours,
        (u, r) -> is(from, u, r),
        "as " + from.environment() + " has it");
  }

  /**
   * @param base the commit the branches were last one at
   * @param theirs where it comes from
   * @param ours where it goes to
   * @param theirOwn whether a revision stands where it comes from for the environment itself
   */
  PromotedFile(
      Ground from,
      Ground to,
      Snapshot base,
      Snapshot theirs,
      Snapshot ours,
      BiPredicate<RepoUrl, String> theirOwn,
      String reason) {
    this.from = from;
    this.to = to;
    this.base = base;
    this.theirs = theirs;
    this.ours = ours;
    this.theirOwn = theirOwn;
    this.reason = reason;
  }

  /** What came of it. */
  sealed interface Outcome {
    /** The file stays as the target has it. */
    record Same() implements Outcome {}

    /** It changes. */
    record Changed(FileChange change) implements Outcome {}

    /** Both environments changed the same lines, or one removed what the other changed. */
    record Conflict() implements Outcome {}
  }

  Outcome merge(TreePath path) throws RefusedException {
    refuseSubmodule(path);
    Optional<Integer> mode = mode(path);
    if (mode.isEmpty() || theirs.find(path).isPresent() && inTheWay(path)) {
      return new Outcome.Conflict();
    }
    Optional<byte[]> old = read(base, path);
    Optional<byte[]> now = read(ours, path);
    Optional<byte[]> fresh = read(theirs, path);
    boolean yaml = path.name().matches(".*\\.(ya?ml|json)") && texts(List.of(old, now, fresh));
    if (yaml) {
      old = old.map(b -> bytes(EnvironmentRevision.masked(text(b), this::anyEnvironment)));
      now = now.map(b -> bytes(EnvironmentRevision.masked(text(b), (u, r) -> is(to, u, r))));
      fresh = fresh.map(b -> bytes(EnvironmentRevision.masked(text(b), theirOwn)));
    }
    return switch (TextMerge.merge(old, now, fresh)) {
      case TextMerge.Outcome.Conflict() -> new Outcome.Conflict();
      case TextMerge.Outcome.Clean(Optional<byte[]> merged) ->
          changed(path, yaml, merged, mode.get());
    };
  }

  /** Parts of a file become what the other environment has there. */
  Outcome take(TreePath path, List<FilePart> parts) throws RefusedException {
    Optional<byte[]> now = read(ours, path);
    Optional<byte[]> fresh = read(theirs, path);
    if (now.isEmpty() || fresh.isEmpty() || !texts(List.of(now, fresh))) {
      throw new RefusedException(
          path + " is not a text that both environments have.", "Tick the whole file.");
    }
    String incoming = EnvironmentRevision.masked(text(fresh.get()), (u, r) -> is(from, u, r));
    EnvironmentRevision.Filled filled = EnvironmentRevision.filled(incoming, to::branchOf);
    String before = text(now.get());
    String after = new PartialFile(path.value(), filled.text()).take(before, parts);
    if (after.equals(before)) {
      return new Outcome.Same();
    }
    refuseMissing(path, filled.branches());
    return new Outcome.Changed(
        FileChange.modified(path, before, after, "in part as " + from.environment() + " has it"));
  }

  private Outcome changed(TreePath path, boolean yaml, Optional<byte[]> merged, int bits)
      throws RefusedException {
    Optional<byte[]> before = read(ours, path);
    Optional<byte[]> after = merged;
    if (yaml && merged.isPresent()) {
      EnvironmentRevision.Filled filled =
          EnvironmentRevision.filled(text(merged.get()), to::branchOf);
      after = Optional.of(bytes(filled.text()));
      if (!same(before, after)) {
        refuseMissing(path, filled.branches());
      }
    }
    Optional<Integer> now = ours.mode(path);
    int becomes = after.isPresent() ? bits : now.orElse(FileMode.PLAIN);
    boolean other = after.isPresent() && now.orElse(FileMode.PLAIN) != bits;
    if (same(before, after) && !other) {
      return new Outcome.Same();
    }
    FileChange change =
        texts(List.of(before, after))
            ? FileChange.of(
                path, before.map(PromotedFile::text), after.map(PromotedFile::text), reason)
            : new FileChange(
                path, before.map(b -> ""), after.map(b -> ""), reason, after, Optional.empty());
    return new Outcome.Changed(
        other || after.isEmpty() && becomes != FileMode.PLAIN
            ? change.with(Optional.of(new FileMode(now, becomes)))
            : change);
  }

  /** Whether the target has a folder of its own where a file would stand, or a file above it. */
  private boolean inTheWay(TreePath path) {
    Optional<TreeEntry> here = ours.find(path);
    if (here.filter(TreeEntry::isDirectory).isPresent()) {
      return !here.equals(base.find(path));
    }
    for (TreePath above = path.parent(); !above.isRoot(); above = above.parent()) {
      Optional<TreeEntry> on = ours.find(above);
      if (on.isPresent()) {
        return !on.get().isDirectory() && !on.equals(base.find(above));
      }
    }
    return false;
  }

  /** What kind of file it becomes; empty when both made another one of it. */
  private Optional<Integer> mode(TreePath path) {
    Optional<Integer> old = base.mode(path);
    Optional<Integer> now = ours.mode(path);
    Optional<Integer> fresh = theirs.mode(path);
    if (fresh.isEmpty() || now.isEmpty() || fresh.equals(now)) {
      return Optional.of(fresh.or(() -> now).orElse(FileMode.PLAIN));
    }
    return fresh.equals(old) ? now : now.equals(old) ? fresh : Optional.empty();
  }

  /** A commit of another repository is no content to merge. */
  private void refuseSubmodule(TreePath path) throws RefusedException {
    Optional<TreeEntry> fresh = theirs.find(path);
    boolean submodule =
        Stream.of(base.find(path), ours.find(path), fresh)
            .flatMap(Optional::stream)
            .anyMatch(entry -> entry.kind() == TreeEntry.Kind.SUBMODULE);
    if (submodule && !fresh.equals(ours.find(path)) && !fresh.equals(base.find(path))) {
      throw new RefusedException(
          path + " of " + theirs.url().shortName() + " is a submodule that changed.",
          "Merge this by hand first.");
    }
  }

  /** An Application whose repository has no such branch would find nothing. */
  private void refuseMissing(TreePath path, Map<RepoUrl, String> branches) throws RefusedException {
    for (Map.Entry<RepoUrl, String> entry : branches.entrySet()) {
      Optional<Clone> clone = to.cloneOf(entry.getKey());
      if (clone.isPresent() && clone.get().branch(entry.getValue()).isEmpty()) {
        throw new RefusedException(
            clone.get().url().display()
                + " has no branch "
                + entry.getValue()
                + ", which "
                + path
                + " would read in "
                + to.environment()
                + ".",
            "Make the branch first.");
      }
    }
  }

  private boolean anyEnvironment(RepoUrl url, String revision) {
    return to.carriesAny(url, revision);
  }

  private static boolean is(Ground ground, RepoUrl url, String revision) {
    return ground.branchOf(url).equals(Optional.of(revision));
  }

  private static Optional<byte[]> read(Snapshot snapshot, TreePath path) {
    return snapshot
        .find(path)
        .filter(e -> !e.isDirectory())
        .filter(PromotedFile::readable)
        .map(snapshot::read);
  }

  /** The text of a file, when it is there and is one. */
  public static Optional<String> text(Optional<Snapshot> snapshot, TreePath path) {
    Optional<byte[]> bytes = snapshot.flatMap(s -> read(s, path));
    return bytes.filter(b -> texts(List.of(Optional.of(b)))).map(PromotedFile::text);
  }

  private static boolean readable(TreeEntry entry) {
    return entry.kind() != TreeEntry.Kind.SUBMODULE;
  }

  private static boolean texts(List<Optional<byte[]>> all) {
    return all.stream()
        .flatMap(Optional::stream)
        .allMatch(b -> !TextEncoding.looksBinary(b) && Arrays.equals(b, bytes(text(b))));
  }

  private static boolean same(Optional<byte[]> a, Optional<byte[]> b) {
    return a.isPresent() == b.isPresent()
        && (a.isEmpty() || Arrays.equals(a.get(), b.orElse(new byte[0])));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
