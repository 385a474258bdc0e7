package dev.layerscope.operation;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.git.ChangeSet;
import dev.layerscope.git.GitException;
import dev.layerscope.git.LocalCommits;
import dev.layerscope.git.PlannedCommit;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
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
   */
  public record Order(PlannedEdit edit, Optional<String> message, Optional<String> despite) {
    /** As planned. */
    public static Order of(PlannedEdit edit) {
      return new Order(edit, Optional.empty(), Optional.empty());
    }

    String fullMessage() {
      String base = message.orElse(edit.message()).stripTrailing() + "\n";
      return despite.map(why -> base + "\nDespite-Findings: " + why.strip() + "\n").orElse(base);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** Written. The commits are in the order of the plan's branches. */
    record Committed(ChangeSet changeSet, List<PlannedCommit> commits) implements Outcome {
      public Committed {
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
   *     IDENTITY} when git does not know the author; nothing was written then
   */
  public Outcome commit(Opened opened, Order order, Progress progress) throws GitException {
    List<Preview.Seen> errors = order.edit().newErrors();
    if (!errors.isEmpty() && order.despite().isEmpty()) {
      return new Outcome.Blocked(errors);
    }
    LocalCommits commits = ChangeSets.beside(clones);
    commits.recover(progress);
    var drafting = new Drafting(opened);
    List<PlannedCommit> drafts =
        drafting.commits(order.edit().plan(), order.fullMessage(), order.edit().at());
    drafting.refuseMoved(order.edit().plan());
    ChangeSet written = commits.write(order.edit().plan().title(), drafts, progress);
    return new Outcome.Committed(written, drafts);
  }
}
