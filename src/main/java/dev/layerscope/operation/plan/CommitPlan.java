package dev.layerscope.operation.plan;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.Step;
import dev.layerscope.git.GitException;
import dev.layerscope.git.Person;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.git.commit.LocalCommits;
import dev.layerscope.git.commit.PlannedCommit;
import dev.layerscope.operation.open.ChangeSets;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.WorkspaceException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a plan as local commits, over all its repositories and branches or not at all. Nothing is
 * pushed, no work tree is touched.
 */
public final class CommitPlan {
  private final Path clones;

  /**
   * @param clones the folder of the managed clones
   */
  public CommitPlan(Path clones) {
    this.clones = clones;
  }

  /**
   * What to write.
   *
   * @param message instead of the plan's own; empty keeps that
   * @param despite why new errors are accepted; it goes into the commit message
   * @param topic a branch to commit to instead of those that are there; empty for these
   */
  public record Order(
      PlannedEdit edit,
      Optional<String> message,
      Optional<String> despite,
      Optional<String> topic) {
    /** As planned. */
    public static Order of(PlannedEdit edit) {
      return new Order(edit, Optional.empty(), Optional.empty(), Optional.empty());
    }

    String fullMessage(Step step) {
      String base = message.orElse(edit.plan().message(step)).stripTrailing() + "\n";
      return despite.map(why -> base + "\nDespite-Findings: " + why.strip() + "\n").orElse(base);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * Written.
     *
     * @param changeSets one for each step of the plan
     * @param commits in the order of the plan's branches
     */
    record Committed(List<ChangeSet> changeSets, List<PlannedCommit> commits) implements Outcome {
      public Committed {
        changeSets = List.copyOf(changeSets);
        commits = List.copyOf(commits);
      }
    }

    /** Nothing was written: the plan brings new errors, and nobody said why that is fine. */
    record Blocked(List<Preview.Seen> errors) implements Outcome {
      public Blocked {
        errors = List.copyOf(errors);
      }
    }
  }

  /**
   * Commits.
   *
   * @throws GitException of kind {@code MOVED} when a branch is no longer where the plan read it,
   *     of kind {@code CHECKED_OUT} when it is checked out in the user's own clone, of kind {@code
   *     IDENTITY} when git does not know the author, of kind {@code DISK} when the workspace file
   *     cannot be written; nothing was written then
   */
  public Outcome commit(Opened opened, Order order, Progress progress) throws GitException {
    PlannedEdit edit = order.edit();
    List<Preview.Seen> errors = edit.newErrors();
    if (!errors.isEmpty() && order.despite().isEmpty()) {
      return new Outcome.Blocked(errors);
    }
    LocalCommits journal = ChangeSets.beside(clones);
    journal.recover(progress);
    Opened enlarged = enlarged(opened, edit, progress);
    var drafting = new Drafting(enlarged).onTopic(order.topic());
    drafting.refuseMoved(edit.plan());
    var sets = new ArrayList<ChangeSet>();
    var commits = new ArrayList<PlannedCommit>();
    try {
      for (Step step : edit.plan().steps()) {
        List<PlannedCommit> drafts =
            drafting.commits(step, order.fullMessage(step), edit.at(), progress);
        sets.add(journal.write(writing(edit, step, drafts, sets), progress));
        commits.addAll(drafts);
      }
    } catch (GitException e) {
      takeBack(enlarged, sets, journal, edit, progress);
      throw e;
    }
    return new Outcome.Committed(sets, commits);
  }

  private Opened enlarged(Opened opened, PlannedEdit edit, Progress progress) throws GitException {
    if (edit.plan().additions().isEmpty()) {
      return opened;
    }
    try {
      return PlannedWorkspace.made(opened, edit.plan().additions(), new Clones(clones), progress)
          .opened();
    } catch (WorkspaceException e) {
      throw new GitException(GitException.Kind.MOVED, e.getMessage(), e);
    }
  }

  /** The workspace file changes with the first step. */
  private static LocalCommits.Writing writing(
      PlannedEdit edit, Step step, List<PlannedCommit> drafts, List<ChangeSet> before) {
    int of = edit.plan().steps().size();
    Optional<ChangeSet.Part> part =
        of == 1
            ? Optional.empty()
            : Optional.of(
                new ChangeSet.Part(
                    edit.plan().title() + " " + edit.at(), before.size() + 1, of, step.release()));
    List<ChangeSet.FileMove> files =
        before.isEmpty() ? edit.workspace().stream().toList() : List.of();
    String title = of == 1 ? edit.plan().title() : step.title();
    return new LocalCommits.Writing(title, drafts, files, part);
  }

  private static void takeBack(
      Opened opened,
      List<ChangeSet> sets,
      LocalCommits journal,
      PlannedEdit edit,
      Progress progress)
      throws GitException {
    for (ChangeSet set : sets.reversed()) {
      Person nobody = new Person("layerscope", "layerscope", edit.at(), ZoneId.systemDefault());
      journal.undo(set, opened.access(), nobody, progress);
    }
  }
}
