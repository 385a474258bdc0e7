package dev.layerscope.operation.changeset;

import dev.layerscope.edit.FileChange;
import dev.layerscope.git.Branch;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Clone;
import dev.layerscope.git.FileMode;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.yaml.TextEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change set as a person looks at it: how far it is, and what it did to which files.
 *
 * @param branches one for each branch it moved
 */
public record ChangeDetails(ChangeSet set, State state, List<BranchFiles> branches) {
  public ChangeDetails {
    branches = List.copyOf(branches);
  }

  /** How far it is. */
  public enum State {
    COMMITTED,
    PUSHED,
    UNDONE,
    FAILED
  }

  /**
   * What it did on one branch.
   *
   * @param folder of the clone, for commands a person may run
   * @param diverged whether the remote has moved on without the commit
   */
  public record BranchFiles(
      RepoUrl repository,
      String branch,
      Optional<String> commit,
      Optional<String> folder,
      boolean diverged,
      List<FileChange> files) {
    public BranchFiles {
      files = List.copyOf(files);
    }

    /** What brings the commit to the remote, with git itself. */
    public Optional<String> pushCommand() {
      return commit.flatMap(
          id -> folder.map(f -> "git -C '" + f + "' push origin " + id + ":refs/heads/" + branch));
    }

    /** What brings the commit into a checkout of the user's own. */
    public Optional<String> fetchCommand() {
      return folder.map(
          f -> "git fetch '" + f + "' refs/heads/" + branch + " && git merge --ff-only FETCH_HEAD");
    }
  }

  /** Reads what a change set did. */
  public static ChangeDetails of(Opened opened, ChangeSet set) {
    var branches = new ArrayList<BranchFiles>();
    for (ChangeSet.Move move : set.moves()) {
      if (opened.access().at(move.repository())
          instanceof Access.Available(RepoUrl url, Clone clone)) {
        branches.add(
            new BranchFiles(
                url,
                move.branch(),
                move.after(),
                move.folder().map(java.nio.file.Path::toString),
                clone.branch(move.branch()).filter(Branch::diverged).isPresent(),
                files(
                    move.base().flatMap(clone::snapshot), move.after().flatMap(clone::snapshot))));
      }
    }
    return new ChangeDetails(set, state(opened, set), branches);
  }

  /** Whether a change set only put branches back: what it undid says so already. */
  public static boolean isReset(Opened opened, ChangeSet set) {
    return set.moves().stream()
        .allMatch(move ->
            move.after().isEmpty()
                || move.base().isPresent()
                    && opened.access().at(move.repository())
                        instanceof Access.Available(RepoUrl url, Clone clone)
                    && clone.snapshot(move.after().get()).isPresent()
                    && clone.snapshot(move.base().get()).isPresent()
                    && clone.history().commits(move.after().get(), move.base().get(), 1).count()
                        == 0);
  }

  /** How far a change set is. */
  public static State state(Opened opened, ChangeSet set) {
    return switch (set.state()) {
      case UNDONE -> State.UNDONE;
      case FAILED, DECIDED -> State.FAILED;
      case DONE -> PushChanges.isPushed(opened, set) ? State.PUSHED : State.COMMITTED;
    };
  }

  static List<FileChange> files(Optional<Snapshot> before, Optional<Snapshot> after) {
    var files = new ArrayList<FileChange>();
    if (before.isPresent() && after.isPresent()) {
      for (ChangedFile changed : ChangedFile.between(before.get(), after.get())) {
        changed.paths().forEach(path -> files.add(file(path, before, after)));
      }
    } else {
      after
          .or(() -> before)
          .flatMap(s -> s.find(TreePath.ROOT).map(root -> s.walk(root, d -> true)))
          .ifPresent(all -> all.forEach(e -> files.add(file(e.path(), before, after))));
    }
    return files;
  }

  private static FileChange file(
      TreePath path, Optional<Snapshot> before, Optional<Snapshot> after) {
    Optional<byte[]> old = bytes(before, path);
    Optional<byte[]> now = bytes(after, path);
    boolean binary =
        old.filter(TextEncoding::looksBinary).isPresent()
            || now.filter(TextEncoding::looksBinary).isPresent();
    return new FileChange(
        path,
        old.map(b -> binary ? "" : text(b)),
        now.map(b -> binary ? "" : text(b)),
        "",
        binary ? now.or(() -> old) : Optional.empty(),
        mode(path, before, after));
  }

  private static Optional<FileMode> mode(
      TreePath path, Optional<Snapshot> before, Optional<Snapshot> after) {
    Optional<Integer> old = before.flatMap(s -> s.mode(path));
    Optional<Integer> now = after.flatMap(s -> s.mode(path));
    boolean plain = now.or(() -> old).orElse(FileMode.PLAIN) == FileMode.PLAIN;
    boolean same = now.isPresent() && old.isPresent() ? now.equals(old) : plain;
    return same ? Optional.empty() : now.or(() -> old).map(bits -> new FileMode(old, bits));
  }

  private static Optional<byte[]> bytes(Optional<Snapshot> snapshot, TreePath path) {
    return snapshot.flatMap(s -> s.find(path).filter(e -> !e.isDirectory()).map(s::read));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
