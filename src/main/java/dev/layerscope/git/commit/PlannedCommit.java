package dev.layerscope.git.commit;

import dev.layerscope.git.Branch;
import dev.layerscope.git.GitException;
import dev.layerscope.git.Person;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.read.Refs;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A commit with the ids it will have, not written yet. {@link #after} can be read like any other
 * snapshot. It remembers where its branch was: when that has moved by the time it is written, it is
 * refused.
 */
public final class PlannedCommit {
  private final BareClone clone;
  private final CommitDraft draft;
  private final Snapshot after;
  private final NewObjects objects;
  private final Optional<String> localTip;
  private final Optional<String> readTip;

  PlannedCommit(BareClone clone, CommitDraft draft, Snapshot after, NewObjects objects) {
    this.clone = clone;
    this.draft = draft;
    this.after = after;
    this.objects = objects;
    this.localTip = clone.refs().commit(Refs.local(draft.branch())).map(ObjectId::name);
    this.readTip = clone.branch(draft.branch()).map(Branch::commit);
  }

  /** The repository. */
  public RepoUrl url() {
    return clone.url();
  }

  /** The branch it goes to, without {@code refs/heads/}. */
  public String branch() {
    return draft.branch();
  }

  /** The files before; empty for a first commit. */
  public Optional<Snapshot> before() {
    return draft.base();
  }

  /** The files after, and the id the commit will have. */
  public Snapshot after() {
    return after;
  }

  /** The message, subject first. */
  public String message() {
    return draft.message();
  }

  /** Who made it, and when. */
  public Person author() {
    return draft.author();
  }

  /** Whether it is signed when it is written. */
  public boolean isSigned() {
    try {
      return SigningSettings.of(clone).wanted();
    } catch (GitException e) {
      return false; // said when it is written
    }
  }

  BareClone bare() {
    return clone;
  }

  Map<String, NewObjects.Written> objects() {
    return objects.all();
  }

  /** Where {@code refs/heads/BRANCH} was when this was planned; empty when there was none. */
  Optional<String> localTip() {
    return localTip;
  }

  /**
   * The commit the branch was read at when this was planned; empty when there was no such branch.
   */
  Optional<String> readTip() {
    return readTip;
  }

  /** Refuses when the branch is no longer what it was when this was planned. */
  void refuseMoved() throws GitException {
    Optional<Branch> now = clone.branch(branch());
    Optional<String> localNow = clone.refs().commit(Refs.local(branch())).map(ObjectId::name);
    if (now.filter(Branch::diverged).isPresent()) {
      throw new GitException(
          GitException.Kind.MOVED,
          "Both we and the remote have new commits on "
              + branch()
              + " of "
              + url().shortName()
              + ". Undo ours, then plan this again on what the remote has.");
    }
    if (!now.map(Branch::commit).equals(readTip) || !localNow.equals(localTip)) {
      throw new GitException(
          GitException.Kind.MOVED,
          "The branch "
              + branch()
              + " of "
              + url().shortName()
              + " has moved since this was planned. Plan it again.");
    }
  }

  @Override
  public String toString() {
    return after + " on " + branch();
  }
}
