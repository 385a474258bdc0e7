package dev.layerscope.git.commit;

import dev.layerscope.git.Branch;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.Person;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TextMerge;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.read.Opening;
import dev.layerscope.git.read.Refs;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How a change set is to be undone: which branches go back, and which get a commit that takes the
 * changes back.
 */
final class Undoing {
  private final Repositories repositories;
  private final Person author;
  private final Progress progress;

  Undoing(Repositories repositories, Person author, Progress progress) {
    this.repositories = repositories;
    this.author = author;
    this.progress = progress;
  }

  /** Both ways, and the clones they touch. */
  record Plan(
      List<PlannedCommit> reverts, List<BranchMoves.Target> resets, List<BareClone> clones) {}

  Plan plan(ChangeSet set) throws GitException {
    var plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (ChangeSet.Move move : set.moves().reversed()) {
      BareClone clone = clone(move);
      plan.clones().add(clone);
      Optional<String> now = clone.refs().commit(Refs.local(move.branch())).map(ObjectId::name);
      if (now.equals(move.after()) && !published(clone, move)) {
        CheckedOut.refuse(clone, move.branch());
        plan.resets().add(new BranchMoves.Target(move.reversed(), clone.repository()));
      } else {
        plan.reverts().add(revert(clone, move, set));
      }
    }
    return plan;
  }

  /**
   * The files outside of git as they were; what was written into them since stays.
   *
   * @throws GitException of kind {@code MOVED} when somebody changed the same lines
   */
  static List<ChangeSet.FileMove> files(ChangeSet set) throws GitException {
    var back = new ArrayList<ChangeSet.FileMove>();
    for (ChangeSet.FileMove file : set.files()) {
      try {
        Optional<String> now = FileMoves.now(file);
        switch (TextMerge.merge(bytes(file.after()), bytes(now), bytes(file.before()))) {
          case TextMerge.Outcome.Clean(Optional<byte[]> merged) ->
              back.add(
                  new ChangeSet.FileMove(
                      file.path(), now, merged.map(b -> new String(b, StandardCharsets.UTF_8))));
          case TextMerge.Outcome.Conflict() ->
              throw new GitException(
                  GitException.Kind.MOVED,
                  file.path() + " was changed in the same lines since; take that back by hand.");
        }
      } catch (IOException e) {
        throw new GitException(
            GitException.Kind.DISK, "Cannot read " + file.path() + ": " + e.getMessage(), e);
      }
    }
    return back;
  }

  private static Optional<byte[]> bytes(Optional<String> text) {
    return text.map(t -> t.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<BareClone> onDisk(ChangeSet.Move move) throws GitException {
    return move.folder().isPresent() && Files.isDirectory(move.folder().get())
        ? Optional.of(
            new BareClone(
                move.repository(),
                Opening.open(move.folder().get()),
                Optional.empty(),
                Optional.of(Refs.ORIGIN),
                true,
                Optional::empty))
        : Optional.empty();
  }

  private BareClone clone(ChangeSet.Move move) throws GitException {
    return switch (repositories.at(move.repository())) {
      case Repositories.Access.Available(RepoUrl known, BareClone clone) -> clone;
      case Repositories.Access.Available(RepoUrl known, Clone other) ->
          throw new IllegalArgumentException("only clones opened here can be written: " + other);
      case Repositories.Access.Unavailable(RepoUrl known, GitException.Kind kind, String reason) ->
          throw new GitException(kind, reason);
      case Repositories.Access.Unknown(RepoUrl asked) ->
          onDisk(move)
              .orElseThrow(() ->
                  new GitException(
                      GitException.Kind.NOT_FOUND,
                      "The change set belongs to "
                          + asked
                          + ", which is not in this workspace. Undo it in the workspace it was made"
                          + " in."));
    };
  }

  private static boolean published(BareClone clone, ChangeSet.Move move) {
    Optional<ObjectId> tracking =
        clone.refs().tracking(move.branch()).flatMap(clone.refs()::commit);
    return tracking.isPresent()
        && move.after().isPresent()
        && clone.refs().count(ObjectId.fromString(move.after().get()), tracking.get()) == 0;
  }

  private PlannedCommit revert(BareClone clone, ChangeSet.Move move, ChangeSet set)
      throws GitException {
    Optional<Snapshot> before = move.base().flatMap(clone::snapshot);
    Optional<Snapshot> after = move.after().flatMap(clone::snapshot);
    Optional<Snapshot> tip =
        clone.branch(move.branch()).map(Branch::commit).flatMap(clone::snapshot);
    if (before.isEmpty() || after.isEmpty() || tip.isEmpty()) {
      throw new GitException(
          GitException.Kind.MOVED,
          "The branch "
              + move.branch()
              + " of "
              + move.repository().shortName()
              + " was made or removed by this change set and has been used since. It cannot be"
              + " undone from here.");
    }
    return new CommitDraft(
            clone,
            move.branch(),
            tip,
            takenBack(before.get(), after.get(), tip.get()),
            author,
            "Revert \"" + set.title() + "\"\n\nThis reverts commit " + after.get().commit() + ".\n")
        .planToWrite(progress);
  }

  /** What the tip's files become when the way from before to after is gone backwards in them. */
  private static Map<TreePath, Optional<byte[]>> takenBack(
      Snapshot before, Snapshot after, Snapshot tip) throws GitException {
    var files = new HashMap<TreePath, Optional<byte[]>>();
    var refused = new ArrayList<TreePath>();
    for (ChangedFile changed : ChangedFile.between(before, after)) {
      for (TreePath path : changed.paths()) {
        Optional<byte[]> old = before.find(path).map(before::read);
        Optional<byte[]> made = after.find(path).map(after::read);
        Optional<byte[]> now = tip.find(path).map(tip::read);
        switch (TextMerge.merge(made, now, old)) {
          case TextMerge.Outcome.Clean(Optional<byte[]> content) -> files.put(path, content);
          case TextMerge.Outcome.Conflict() -> refused.add(path);
        }
      }
    }
    if (!refused.isEmpty()) {
      throw new GitException(
          GitException.Kind.MOVED,
          "Later commits changed the same lines of "
              + refused.stream().sorted().map(TreePath::toString).collect(Collectors.joining(", "))
              + "; take that back by hand.");
    }
    return files;
  }
}
