package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import dev.layerscope.git.read.Pins;
import dev.layerscope.git.read.Refs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/**
 * Moves several branches in several repositories: all of them, or after trouble as if none had
 * been.
 */
final class BranchMoves {
  private final ChangeSetFiles journal;
  private final WriteSteps steps;

  BranchMoves(ChangeSetFiles journal, WriteSteps steps) {
    this.journal = journal;
    this.steps = steps;
  }

  /** A move, and the repository it happens in. */
  record Target(ChangeSet.Move move, Repository repository) {
    private String named() {
      return move.branch() + " of " + move.repository().shortName();
    }

    private String ref() {
      return Refs.local(move.branch());
    }

    /** Where the branch is now. */
    Optional<String> now() throws IOException {
      return Optional.ofNullable(repository.exactRef(ref()))
          .map(Ref::getObjectId)
          .map(ObjectId::name);
    }
  }

  /**
   * Pins the new commits, writes the change set down as decided, moves the branches, and marks it
   * done.
   *
   * @throws GitException of kind {@code MOVED} when somebody else moved a branch meanwhile; what
   *     was moved is moved back
   */
  ChangeSet make(ChangeSet decided, List<Target> targets) throws GitException {
    try {
      return forward(decided, targets);
    } catch (IOException e) {
      throw undone(decided, targets, e);
    }
  }

  private ChangeSet forward(ChangeSet decided, List<Target> targets)
      throws IOException, GitException {
    for (Target target : targets) {
      steps.step("pin " + target.named(), () -> pin(decided.id(), target));
    }
    note(decided);
    for (Target target : targets) {
      if (!forward(target)) {
        boolean untouched = target.now().equals(target.move().before());
        back(decided, targets);
        throw untouched ? locked(target) : moved(target);
      }
    }
    return written(decided);
  }

  private static GitException moved(Target target) {
    return new GitException(
        GitException.Kind.MOVED,
        "The branch "
            + target.named()
            + " was moved by somebody else in the same moment. Nothing was changed; plan it"
            + " again.");
  }

  /** It is where it was, and nobody may move it: a lock that a program holds, or has left. */
  private static GitException locked(Target target) {
    return new GitException(
        GitException.Kind.DISK,
        "The branch "
            + target.named()
            + " is locked by another program ("
            + target.ref()
            + ".lock in "
            + target.repository().getDirectory()
            + "). Nothing was changed. When no git is at work there, delete the lock and try"
            + " again.");
  }

  /** The disk refused: what was moved goes back at once, if the disk lets it. */
  private GitException undone(ChangeSet decided, List<Target> targets, IOException trouble) {
    String after = "Nothing was changed.";
    try {
      back(decided, targets);
    } catch (IOException | GitException e) {
      trouble.addSuppressed(e);
      after = "It is ended, forward or back, when the program starts the next time.";
    }
    return new GitException(
        GitException.Kind.DISK,
        "Cannot move the branches: " + trouble.getMessage() + ". " + after,
        trouble);
  }

  private void note(ChangeSet set) throws IOException, GitException {
    steps.step(
        "note " + set.state().name().toLowerCase(java.util.Locale.ROOT),
        () -> {
          journal.write(set);
          return set;
        });
  }

  private boolean forward(Target target) throws IOException, GitException {
    return steps.step(
        "move " + target.named(),
        () -> move(target, target.move().before(), target.move().after()));
  }

  /** The files last: branches are there when the workspace names them. */
  private ChangeSet written(ChangeSet decided) throws IOException, GitException {
    for (ChangeSet.FileMove file : decided.files()) {
      steps.step(
          "write " + file.path().getFileName(),
          () -> {
            FileMoves.write(file.path(), file.after());
            return file;
          });
    }
    ChangeSet done = decided.in(ChangeSet.State.DONE);
    note(done);
    return done;
  }

  /**
   * Ends what a program that died had decided: forward when every branch is where it was or where
   * it should be, else back.
   */
  ChangeSet finish(ChangeSet decided, List<Target> targets) throws GitException {
    try {
      if (!FileMoves.known(decided.files())) {
        return back(decided, targets);
      }
      for (Target target : targets) {
        Optional<String> now = target.now();
        if (!now.equals(target.move().before()) && !now.equals(target.move().after())) {
          return back(decided, targets);
        }
      }
      for (Target target : targets) {
        if (!target.now().equals(target.move().after()) && !forward(target)) {
          return back(decided, targets);
        }
      }
      return written(decided);
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot move the branches: " + e.getMessage(), e);
    }
  }

  private ChangeSet back(ChangeSet decided, List<Target> targets) throws IOException, GitException {
    for (ChangeSet.FileMove file : decided.files()) {
      if (FileMoves.now(file).equals(file.after())) {
        FileMoves.write(file.path(), file.before());
      }
    }
    for (Target target : targets) {
      if (target.now().equals(target.move().after())) {
        move(target, target.move().after(), target.move().before());
      }
      unpin(decided.id(), target);
    }
    ChangeSet failed = decided.in(ChangeSet.State.FAILED);
    journal.write(failed);
    return failed;
  }

  private static boolean move(Target target, Optional<String> from, Optional<String> to)
      throws IOException {
    RefUpdate update = target.repository().updateRef(target.ref());
    update.setExpectedOldObjectId(from.map(ObjectId::fromString).orElse(ObjectId.zeroId()));
    update.setForceUpdate(true);
    update.setRefLogMessage("layerscope", true);
    if (to.isPresent()) {
      update.setNewObjectId(ObjectId.fromString(to.get()));
    }
    return succeeded(to.isPresent() ? update.update() : update.delete());
  }

  private static boolean succeeded(RefUpdate.Result result) {
    return switch (result) {
      case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> true;
      default -> false;
    };
  }

  private static Target pin(String id, Target target) throws IOException, GitException {
    if (target.move().after().isPresent()) {
      RefUpdate update = target.repository().updateRef(Pins.ref(id, target.move().branch()));
      update.setNewObjectId(ObjectId.fromString(target.move().after().get()));
      update.disableRefLog();
      RefUpdate.Result result = update.forceUpdate();
      if (!succeeded(result)) {
        throw new GitException(
            GitException.Kind.DISK,
            "Cannot write "
                + update.getName()
                + " in the clone of "
                + target.move().repository()
                + " ("
                + result
                + ").");
      }
    }
    return target;
  }

  static void unpin(String id, Target target) throws IOException {
    RefUpdate update = target.repository().updateRef(Pins.ref(id, target.move().branch()));
    update.setForceUpdate(true);
    if (update.getOldObjectId() != null || target.repository().exactRef(update.getName()) != null) {
      update.delete();
    }
  }
}
