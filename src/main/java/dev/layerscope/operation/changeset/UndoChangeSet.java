package dev.layerscope.operation.changeset;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.Person;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.git.commit.Identity;
import dev.layerscope.git.commit.LocalCommits;
import dev.layerscope.operation.open.ChangeSets;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what was committed here: a branch that is as it was left goes back, elsewhere a commit
 * takes the changes out again.
 */
public final class UndoChangeSet {
  private static final String UNDO = "Undo: ";

  private final Path clones;

  /**
   * @param clones the folder of the managed clones
   */
  public UndoChangeSet(Path clones) {
    this.clones = clones;
  }

  /** The change sets that touch repositories of a workspace, newest first, in whatever state. */
  public List<ChangeSet> all(Opened opened) throws GitException {
    return ChangeSets.beside(clones).all().stream()
        .filter(set ->
            set.moves().stream()
                .anyMatch(m -> opened.access().at(m.repository()) instanceof Access.Available))
        .toList();
  }

  /** What an undo without a name means: the newest that stands and is no undo itself. */
  public Optional<ChangeSet> latest(Opened opened) throws GitException {
    return all(opened).stream()
        .filter(set -> set.state() == ChangeSet.State.DONE && !set.title().startsWith(UNDO))
        .findFirst();
  }

  /**
   * Undoes one.
   *
   * @return the change set that took it back; undoing that one brings everything back
   * @throws GitException of kind {@code MOVED} when later commits stand in the way, naming the
   *     files
   */
  public ChangeSet undo(Opened opened, ChangeSet set, Progress progress) throws GitException {
    LocalCommits commits = ChangeSets.beside(clones);
    commits.recover(progress);
    return commits.undo(set, opened.access(), author(opened, set), progress);
  }

  /**
   * Undoes several, the last first.
   *
   * @throws GitException as {@link #undo}; those undone before stay undone
   */
  public List<ChangeSet> undoAll(Opened opened, List<ChangeSet> sets, Progress progress)
      throws GitException {
    var undone = new java.util.ArrayList<ChangeSet>();
    for (ChangeSet set : sets.reversed()) {
      undone.add(undo(opened, set, progress));
    }
    return undone;
  }

  private static Person author(Opened opened, ChangeSet set) throws GitException {
    for (ChangeSet.Move move : set.moves()) {
      if (opened.access().at(move.repository()) instanceof Access.Available available) {
        Clone clone = available.repository();
        return Identity.author(clone, Instant.now(), ZoneId.systemDefault());
      }
    }
    throw new GitException(
        GitException.Kind.NOT_FOUND,
        "No repository of “" + set.title() + "” is in this workspace.");
  }
}
