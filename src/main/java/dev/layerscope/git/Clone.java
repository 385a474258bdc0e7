package dev.layerscope.git;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A repository on this machine: objects and refs, no work tree. Safe for several threads. */
public interface Clone extends AutoCloseable {
  /** The repository, as the workspace spells it. */
  RepoUrl url();

  /**
   * What {@code HEAD} means: the workspace's word, else what the remote said. Empty when nobody
   * knows.
   */
  Optional<String> defaultBranch();

  /** When the remote was last asked; empty when it never was, or nobody noted it. */
  Optional<Instant> fetchedAt();

  /**
   * The same with its refs as they are at one moment: read once, when the first is asked for,
   * however many are. One that has no refs of its own to read is what it is.
   */
  default Clone settled() {
    return this;
  }

  /** Whether there is no commit at all. */
  boolean isEmpty();

  /**
   * Whether the history ends before its beginning, because only so many commits were cloned: then
   * commits are counted as far as they are here, and ancestors beyond are unknown.
   */
  boolean isShallow();

  /** A text that is another one whenever a branch, a tag or any other ref is. */
  String state();

  /** Names of the branches that can be read, sorted. */
  List<String> branches();

  /** Names of the tags, sorted. */
  List<String> tags();

  /** A branch by its name: as last fetched, or ours when we are ahead. */
  Optional<Branch> branch(String name);

  /**
   * What a target revision names, by Argo CD's rules over the refs as last fetched (specification
   * §7.4).
   *
   * @param targetRevision as declared; empty or blank means {@code HEAD}
   */
  default Resolution resolve(Optional<String> targetRevision) {
    return resolve(targetRevision, "");
  }

  /**
   * The same for a source with a {@code tagPrefix}: versions are looked for among the tags that
   * begin with it.
   *
   * @param targetRevision as declared; empty or blank means {@code HEAD}
   * @param tagPrefix empty for none
   */
  Resolution resolve(Optional<String> targetRevision, String tagPrefix);

  /**
   * Whether a ref is here, and so is the commit it names: 40 hex digits name one anywhere.
   *
   * @param ref a branch, a tag, a full name or a commit
   */
  default boolean has(String ref) {
    return switch (resolve(Optional.of(ref))) {
      case Resolution.Unresolved ignored -> false;
      case Resolution.Resolved(Revision revision) -> snapshot(revision.commit()).isPresent();
      case Resolution.Ambiguous ignored -> true;
    };
  }

  /**
   * The repository at a commit; empty when the commit is not here.
   *
   * @param commit 40 hex digits
   */
  Optional<Snapshot> snapshot(String commit);

  /** How its commits follow each other, as far as they are here. */
  History history();

  @Override
  void close();
}
