package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import dev.layerscope.git.Person;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.read.Opening;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/**
 * The only way back down: planned commits become real ones, in local branches, over any number of
 * repositories at once, all or none. What was made can be undone.
 *
 * <p>A crash in the middle is repaired by {@link #recover}, to be called when a program starts.
 */
public final class LocalCommits {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;
  private final WriteSteps steps;
  private final ChangeSetFiles files;
  private final BranchMoves branches;

  /**
   * @param folder where change sets are written down, as a rule {@code change-sets} beside the
   *     clones
   */
  public LocalCommits(Path folder, Clock clock) {
    this(folder, clock, WriteSteps.UNWATCHED);
  }

  /**
   * @param steps is told of everything that changes the disk
   */
  public LocalCommits(Path folder, Clock clock, WriteSteps steps) {
    this.steps = steps;
    this.folder = folder.toAbsolutePath();
    this.clock = clock;
    this.files = new ChangeSetFiles(this.folder);
    this.branches = new BranchMoves(files, steps);
  }

  /** Every change set on this machine, newest first. */
  public List<ChangeSet> all() throws GitException {
    return files.all();
  }

  /**
   * Writes planned commits and moves their branches. Several for one branch are given in order,
   * each on top of the one before.
   *
   * @param title what the change set is about, one line
   * @throws GitException of kind {@code MOVED} or {@code CHECKED_OUT} before anything was written
   */
  public ChangeSet write(String title, List<PlannedCommit> commits, Progress progress)
      throws GitException {
    return write(new Writing(title, commits, List.of(), Optional.empty()), progress);
  }

  /**
   * What belongs together.
   *
   * @param commits several for one branch in order, each on top of the one before
   * @param files outside of git, written when the branches are moved
   * @param part which step of a longer way it is
   */
  public record Writing(
      String title,
      List<PlannedCommit> commits,
      List<ChangeSet.FileMove> files,
      Optional<ChangeSet.Part> part) {
    public Writing {
      commits = List.copyOf(commits);
      files = List.copyOf(files);
    }
  }

  /**
   * The same, with files that change together with the branches.
   *
   * @throws GitException of kind {@code MOVED}, {@code CHECKED_OUT} or {@code DISK} before anything
   *     was written
   */
  public ChangeSet write(Writing writing, Progress progress) throws GitException {
    List<BareClone> clones = writing.commits().stream().map(PlannedCommit::bare).toList();
    try (Locks locks = Locks.take(folder, clones, progress)) {
      return make(writing, List.of());
    }
  }

  /**
   * Undoes a change set. Where a branch is still as it was left and not published, it goes back to
   * where it was, or away if it was not there; elsewhere a commit takes the changes back. All
   * branches or none.
   *
   * @param repositories where the clones are
   * @param author of the commits that take changes back
   * @return the change set that undid it; undoing that one brings everything back
   * @throws GitException of kind {@code MOVED} when later commits changed the same lines, naming
   *     the files
   */
  public ChangeSet undo(ChangeSet set, Repositories repositories, Person author, Progress progress)
      throws GitException {
    if (set.state() != ChangeSet.State.DONE) {
      throw new GitException(
          GitException.Kind.MOVED,
          "“"
              + set.title()
              + "” is not there to be undone: it is "
              + set.state().name().toLowerCase(java.util.Locale.ROOT)
              + ".");
    }
    var undoing = new Undoing(repositories, author, progress);
    Undoing.Plan plan = undoing.plan(set);
    try (Locks locks = Locks.take(folder, plan.clones(), progress)) {
      String title =
          set.title().startsWith("Undo: ")
              ? "Redo: " + set.title().substring(6)
              : "Undo: " + set.title();
      ChangeSet undone =
          make(
              new Writing(title, plan.reverts(), Undoing.files(set), Optional.empty()),
              plan.resets());
      files.write(set.in(ChangeSet.State.UNDONE));
      for (BranchMoves.Target reset : plan.resets()) {
        BranchMoves.unpin(set.id(), reset);
      }
      return undone;
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot tidy up after undoing: " + e.getMessage(), e);
    }
  }

  /**
   * Ends what a program that died in the middle had begun, forward where that is possible, else
   * back.
   *
   * @return the change sets that were ended, with the state they have now
   */
  public List<ChangeSet> recover(Progress progress) throws GitException {
    var ended = new ArrayList<ChangeSet>();
    try (Locks locks = Locks.take(folder, List.of(), progress)) {
      for (ChangeSet set : files.all()) {
        if (set.state() == ChangeSet.State.DECIDED) {
          ended.add(recover(set));
        }
      }
    }
    return ended;
  }

  private ChangeSet recover(ChangeSet set) throws GitException {
    var opened = new ArrayList<Repository>();
    try {
      var targets = new ArrayList<BranchMoves.Target>();
      for (ChangeSet.Move move : set.moves()) {
        if (move.folder().isPresent()) {
          Repository repository = Opening.open(move.folder().get());
          opened.add(repository);
          targets.add(new BranchMoves.Target(move, repository));
        }
      }
      return branches.finish(set, targets);
    } finally {
      opened.forEach(Repository::close);
    }
  }

  private ChangeSet make(Writing writing, List<BranchMoves.Target> resets) throws GitException {
    List<PlannedCommit> commits = writing.commits();
    FileMoves.refuse(writing.files());
    for (PlannedCommit commit : commits) {
      commit.refuseMoved();
      CheckedOut.refuse(commit.bare(), commit.branch());
    }
    var targets = new LinkedHashMap<String, BranchMoves.Target>();
    for (PlannedCommit commit : commits) {
      insert(commit, steps);
      targets.put(commit.url().identity() + " " + commit.branch(), target(commit));
    }
    var all = new ArrayList<>(targets.values());
    all.addAll(resets);
    Instant now = now();
    String id = STAMP.format(now) + "-" + UUID.randomUUID().toString().substring(0, 4);
    return branches.make(
        new ChangeSet(
            id,
            writing.title(),
            now,
            ChangeSet.State.DECIDED,
            all.stream().map(BranchMoves.Target::move).toList(),
            writing.files(),
            writing.part()),
        all);
  }

  /**
   * A clock may have been set back: what comes later is later all the same, or undo would take
   * another change set for the newest.
   */
  private Instant now() throws GitException {
    Instant told = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return all().stream()
        .findFirst()
        .map(newest -> newest.at().plusMillis(1))
        .filter(told::isBefore)
        .orElse(told);
  }

  private static BranchMoves.Target target(PlannedCommit commit) {
    Repository repository = commit.bare().repository();
    return new BranchMoves.Target(
        new ChangeSet.Move(
            commit.url(),
            folder(repository),
            commit.branch(),
            commit.readTip(),
            commit.localTip(),
            Optional.of(commit.after().commit())),
        repository);
  }

  static Optional<Path> folder(Repository repository) {
    return Optional.ofNullable(repository.getDirectory()).map(java.io.File::toPath);
  }

  private static void insert(PlannedCommit commit, WriteSteps steps) throws GitException {
    try (ObjectInserter inserter = commit.bare().repository().newObjectInserter()) {
      String step = "write the objects of " + commit.branch() + " of " + commit.url().shortName();
      steps.before(step);
      for (Map.Entry<String, NewObjects.Written> object : commit.objects().entrySet()) {
        ObjectId id = inserter.insert(object.getValue().type(), object.getValue().content());
        if (!id.name().equals(object.getKey())) {
          throw new IllegalStateException(
              Constants.typeString(object.getValue().type())
                  + " "
                  + object.getKey()
                  + " became "
                  + id.name());
        }
      }
      inserter.flush();
      steps.after(step);
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK,
          "Cannot write to the clone of " + commit.url() + ": " + e.getMessage(),
          e);
    }
  }
}
