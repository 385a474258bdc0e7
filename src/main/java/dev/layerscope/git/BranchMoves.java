package dev.layerscope.git;

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

  BranchMoves(ChangeSetFiles journal) {
    this.journal = journal;
  }

  /** A move, and the repository it happens in. */
  record Target(ChangeSet.Move move, Repository repository) {
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
      for (Target target : targets) {
        pin(decided.id(), target);
      }
      journal.write(decided);
      for (Target target : targets) {
        if (!move(target, target.move().before(), target.move().after())) {
          back(decided, targets);
          throw new GitException(
              GitException.Kind.MOVED,
              "The branch "
                  + target.move().branch()
                  + " of "
                  + target.move().repository().shortName()
                  + " was moved by somebody else in the same moment. Nothing was changed; plan it"
                  + " again.");
        }
      }
      ChangeSet done = decided.in(ChangeSet.State.DONE);
      journal.write(done);
      return done;
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot move the branches: " + e.getMessage(), e);
    }
  }

  /**
   * Ends what a program that died had decided: forward when every branch is where it was or where
   * it should be, else back.
   */
  ChangeSet finish(ChangeSet decided, List<Target> targets) throws GitException {
    try {
      for (Target target : targets) {
        Optional<String> now = target.now();
        if (!now.equals(target.move().before()) && !now.equals(target.move().after())) {
          return back(decided, targets);
        }
      }
      for (Target target : targets) {
        if (!target.now().equals(target.move().after())
            && !move(target, target.move().before(), target.move().after())) {
          return back(decided, targets);
        }
      }
      ChangeSet done = decided.in(ChangeSet.State.DONE);
      journal.write(done);
      return done;
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot move the branches: " + e.getMessage(), e);
    }
  }

  private ChangeSet back(ChangeSet decided, List<Target> targets) throws IOException, GitException {
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

  private static void pin(String id, Target target) throws IOException, GitException {
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
  }

  static void unpin(String id, Target target) throws IOException {
    RefUpdate update = target.repository().updateRef(Pins.ref(id, target.move().branch()));
    update.setForceUpdate(true);
    if (update.getOldObjectId() != null || target.repository().exactRef(update.getName()) != null) {
      update.delete();
    }
  }
}
