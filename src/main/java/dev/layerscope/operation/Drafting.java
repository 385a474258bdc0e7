package dev.layerscope.operation;

import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.git.Clone;
import dev.layerscope.git.CommitDraft;
import dev.layerscope.git.GitException;
import dev.layerscope.git.Person;
import dev.layerscope.git.PlannedCommit;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a plan into commits with the ids they will have. The same plan, message, author and time
 * give the same ids, so what a preview shows is what is written.
 */
final class Drafting {
  private final Opened opened;

  Drafting(Opened opened) {
    this.opened = opened;
  }

  /**
   * @throws GitException when a repository is not there any more, of kind {@code IDENTITY} when git
   *     does not know the author
   */
  List<PlannedCommit> commits(Plan plan, String message, Instant at) throws GitException {
    var commits = new ArrayList<PlannedCommit>();
    for (BranchChange change : plan.branches()) {
      Clone clone = clone(change);
      commits.add(
          draft(
              change,
              clone,
              message,
              Person.author(clone, at, zone()),
              Person.committer(clone, at, zone())));
    }
    return commits;
  }

  /** The same for a look: somebody git does not know yet may look, too. */
  List<PlannedCommit> commitsToLookAt(Plan plan, String message, Instant at) throws GitException {
    try {
      return commits(plan, message, at);
    } catch (GitException e) {
      if (e.kind() != GitException.Kind.IDENTITY) {
        throw e;
      }
    }
    var nobody = new Person("nobody", "nobody", at, zone());
    var commits = new ArrayList<PlannedCommit>();
    for (BranchChange change : plan.branches()) {
      commits.add(draft(change, clone(change), message, nobody, nobody));
    }
    return commits;
  }

  /**
   * @throws GitException of kind {@code MOVED} when a branch is no longer where the plan read it
   */
  void refuseMoved(Plan plan) throws GitException {
    for (BranchChange change : plan.branches()) {
      boolean there =
          clone(change)
              .branch(change.branch())
              .filter(b -> b.commit().equals(change.base()))
              .isPresent();
      if (!there) {
        throw new GitException(
            GitException.Kind.MOVED,
            "The branch "
                + change.branch()
                + " of "
                + change.repository().shortName()
                + " has moved since this was planned. Plan it again.");
      }
    }
  }

  private Clone clone(BranchChange change) throws GitException {
    if (opened.access().at(change.repository()) instanceof Access.Available available) {
      return available.repository();
    }
    throw new GitException(
        GitException.Kind.NOT_FOUND, change.repository().display() + " cannot be written to.");
  }

  private static PlannedCommit draft(
      BranchChange change, Clone clone, String message, Person author, Person committer)
      throws GitException {
    Optional<Snapshot> base = clone.snapshot(change.base());
    if (base.isEmpty()) {
      throw new GitException(
          GitException.Kind.MOVED,
          "The commit "
              + change.base()
              + " is not in "
              + change.repository().display()
              + " any more.");
    }
    Map<TreePath, Optional<byte[]>> files = new LinkedHashMap<>();
    for (FileChange file : change.files()) {
      files.put(file.path(), file.after().map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }
    return new CommitDraft(
            clone,
            change.branch(),
            base,
            files,
            List.of(),
            Optional.empty(),
            author,
            committer,
            message)
        .plan();
  }

  private static ZoneId zone() {
    return ZoneId.systemDefault();
  }
}
