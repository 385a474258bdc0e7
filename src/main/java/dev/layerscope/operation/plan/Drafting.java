package dev.layerscope.operation.plan;

import dev.layerscope.edit.Base;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.Step;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.Person;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.commit.CommitDraft;
import dev.layerscope.git.commit.Identity;
import dev.layerscope.git.commit.PlannedCommit;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a plan into commits with the ids they will have. The same plan, message, author and time
 * give the same ids, so what a preview shows is what is written. One use for each plan.
 */
final class Drafting {
  private final Opened opened;
  private final Map<String, Snapshot> made = new HashMap<>();
  private Optional<String> topic = Optional.empty();

  Drafting(Opened opened) {
    this.opened = opened;
  }

  /** Commits to a branch of this name instead, wherever a branch is there already. */
  Drafting onTopic(Optional<String> name) {
    topic = name;
    return this;
  }

  /** Who makes a commit. */
  private record People(Person author, Person committer) {}

  /**
   * The commits of one step, on top of those of the steps before.
   *
   * @throws GitException when a repository is not there any more, of kind {@code IDENTITY} when git
   *     does not know the author
   */
  List<PlannedCommit> commits(Step step, String message, Instant at, Progress progress)
      throws GitException {
    var commits = new ArrayList<PlannedCommit>();
    for (BranchChange change : step.branches()) {
      Clone clone = clone(change);
      var people =
          new People(Identity.author(clone, at, zone()), Identity.committer(clone, at, zone()));
      commits.add(made(change, draft(change, clone, message, people).planToWrite(progress)));
    }
    return commits;
  }

  /** All commits of a plan, for a look: somebody git does not know yet may look, too. */
  List<PlannedCommit> commitsToLookAt(Plan plan, Instant at) throws GitException {
    var commits = new ArrayList<PlannedCommit>();
    for (Step step : plan.steps()) {
      String message = plan.message(step);
      for (BranchChange change : step.branches()) {
        Clone clone = clone(change);
        commits.add(made(change, draft(change, clone, message, known(clone, at)).plan()));
      }
    }
    return commits;
  }

  private static People known(Clone clone, Instant at) throws GitException {
    try {
      return new People(Identity.author(clone, at, zone()), Identity.committer(clone, at, zone()));
    } catch (GitException e) {
      if (e.kind() != GitException.Kind.IDENTITY) {
        throw e;
      }
      var nobody = Person.nobody(at, zone());
      return new People(nobody, nobody);
    }
  }

  /**
   * @throws GitException of kind {@code MOVED} when a branch is no longer where the plan read it
   */
  void refuseMoved(Plan plan) throws GitException {
    for (BranchChange change : plan.branches()) {
      Optional<String> now = clone(change).branch(change.branch()).map(Branch::commit);
      boolean moved =
          switch (change.base()) {
            case Base.At(String commit) -> !now.equals(Optional.of(commit));
            case Base.Nothing() -> now.isPresent();
            case Base.After ignored -> false;
          };
      if (moved) {
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

  private PlannedCommit made(BranchChange change, PlannedCommit planned) {
    made.put(key(change.repository(), change.branch()), planned.after());
    return planned;
  }

  private CommitDraft draft(BranchChange change, Clone clone, String message, People people)
      throws GitException {
    Map<TreePath, Optional<byte[]>> files = new LinkedHashMap<>();
    Map<TreePath, Integer> modes = new HashMap<>();
    for (FileChange file : change.files()) {
      files.put(file.path(), file.content());
      file.mode()
          .filter(mode -> file.after().isPresent())
          .ifPresent(mode -> modes.put(file.path(), mode.after()));
    }
    List<String> parents =
        change.merged().filter(BranchChange.Merged::parent).stream()
            .map(m -> m.from().commit())
            .toList();
    return new CommitDraft(
        clone,
        branch(change, clone),
        base(change, clone),
        files,
        parents,
        modes,
        people.author(),
        people.committer(),
        message(change, message));
  }

  private String branch(BranchChange change, Clone clone) throws GitException {
    if (topic.isEmpty() || clone.branch(change.branch()).isEmpty()) {
      return change.branch();
    }
    boolean first = !made.containsKey(key(change.repository(), change.branch()));
    if (first && clone.branch(topic.get()).isPresent()) {
      throw new GitException(
          GitException.Kind.MOVED,
          "There is a branch "
              + topic.get()
              + " in "
              + clone.url().shortName()
              + " already. Name another one.");
    }
    return topic.get();
  }

  private Optional<Snapshot> base(BranchChange change, Clone clone) throws GitException {
    return switch (change.base()) {
      case Base.Nothing() -> Optional.empty();
      case Base.After(String branch) ->
          Optional.of(java.util.Objects.requireNonNull(made.get(key(change.repository(), branch))));
      case Base.At(String commit) ->
          Optional.of(
              clone
                  .snapshot(commit)
                  .orElseThrow(() ->
                      new GitException(
                          GitException.Kind.MOVED,
                          "The commit "
                              + commit
                              + " is not in "
                              + change.repository().display()
                              + " any more.")));
    };
  }

  private static String message(BranchChange change, String message) {
    return change.trailers().isEmpty()
        ? message
        : message.stripTrailing()
            + (message.strip().lines().count() > 1 ? "\n" : "\n\n")
            + String.join("\n", change.trailers())
            + "\n";
  }

  private static String key(RepoUrl url, String branch) {
    return url.identity() + " " + branch;
  }

  private static ZoneId zone() {
    return ZoneId.systemDefault();
  }
}
