package dev.layerscope.git.read;

import dev.layerscope.git.Branch;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Which ref branch B is: the remote's as last fetched, unless the local one holds commits of ours
 * that are not in it yet. Without a remote: the local one. A local branch that the remote has not
 * is read under its short name only when it is ours.
 */
final class BranchReading {
  private final Refs refs;
  private final boolean localBranchesAreOurs;
  private final Supplier<Optional<Instant>> fetchedAt;

  /**
   * @param localBranchesAreOurs true in a managed clone, where nobody else makes branches
   */
  BranchReading(Refs refs, boolean localBranchesAreOurs, Supplier<Optional<Instant>> fetchedAt) {
    this.refs = refs;
    this.localBranchesAreOurs = localBranchesAreOurs;
    this.fetchedAt = fetchedAt;
  }

  /** Branch B by its short name. */
  Optional<Branch> branch(String name) {
    Optional<ObjectId> local = refs.commit(Refs.local(name));
    if (refs.remote().isEmpty()) {
      return local.map(
          tip -> new Branch(name, tip.name(), Branch.From.LOCAL, 0, 0, Optional.empty()));
    }
    Optional<ObjectId> remote = refs.tracking(name).flatMap(refs::commit);
    if (remote.isEmpty()) {
      return local.filter(tip -> isOurs(name)).map(tip -> unpublished(name, tip));
    }
    int ahead = local.map(tip -> refs.count(tip, remote.get())).orElse(0);
    if (local.isEmpty() || ahead == 0) {
      return Optional.of(
          new Branch(name, remote.get().name(), Branch.From.REMOTE, 0, 0, fetchedAt.get()));
    }
    int behind = refs.count(remote.get(), local.get());
    return Optional.of(
        new Branch(name, local.get().name(), Branch.From.LOCAL, ahead, behind, fetchedAt.get()));
  }

  /**
   * Branch B asked for as {@code refs/heads/B}: any local branch will do when the remote has none.
   */
  Optional<Branch> branchByFullName(String name) {
    return branch(name).or(() -> refs.commit(Refs.local(name)).map(tip -> unpublished(name, tip)));
  }

  private Branch unpublished(String name, ObjectId tip) {
    return new Branch(
        name, tip.name(), Branch.From.LOCAL, refs.countUnpublished(tip), 0, fetchedAt.get());
  }

  /**
   * Commits of ours are pinned until they are undone or pushed; a branch with a pin is one we made.
   */
  private boolean isOurs(String branch) {
    return localBranchesAreOurs
        || refs.names(Pins.ALL).stream()
            .anyMatch(pin -> Pins.branch(pin).filter(branch::equals).isPresent());
  }

  /** The names {@link #branch} answers to. */
  SortedSet<String> names() {
    if (refs.remote().isEmpty()) {
      return refs.names(Constants.R_HEADS);
    }
    var names = new TreeSet<String>(refs.names(refs.tracking("").orElseThrow()));
    for (String local : refs.names(Constants.R_HEADS)) {
      if (!names.contains(local) && isOurs(local)) {
        names.add(local);
      }
    }
    return names;
  }

  /** Where the branch was read. */
  String ref(Branch branch) {
    return switch (branch.from()) {
      case LOCAL -> Refs.local(branch.name());
      case REMOTE -> refs.tracking(branch.name()).orElseThrow();
    };
  }
}
