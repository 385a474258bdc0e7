package dev.layerscope.git.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.RevWalkUtils;

/** The refs of a repository, as they are now, and how the commits behind them lie to each other. */
public final class Refs {
  /** The remote of a managed clone. */
  public static final String ORIGIN = "origin";

  /** Where single refs are kept that are no branches. */
  public static final String FETCHED = "refs/layerscope/fetched/";

  private final Repository repository;
  private final Optional<String> remote;
  private final RefSource source;

  /**
   * @param remote the name of the remote whose branches are read; empty when there is none
   */
  public Refs(Repository repository, Optional<String> remote) {
    this(repository, remote, new RefSource.Now(repository.getRefDatabase()));
  }

  private Refs(Repository repository, Optional<String> remote, RefSource source) {
    this.repository = repository;
    this.remote = remote;
    this.source = source;
  }

  /** The same as they are at one moment: when the first of them is asked for. */
  Refs settled() {
    return new Refs(repository, remote, new RefSource.AtOnce(repository.getRefDatabase()));
  }

  public Optional<String> remote() {
    return remote;
  }

  public static String local(String branch) {
    return Constants.R_HEADS + branch;
  }

  public Optional<String> tracking(String branch) {
    return remote.map(name -> Constants.R_REMOTES + name + "/" + branch);
  }

  /**
   * The commit a ref leads to; tags are peeled. Empty when there is no such ref or it leads to no
   * commit.
   */
  public Optional<ObjectId> commit(String ref) {
    try {
      Optional<Ref> found = source.ref(ref);
      if (found.isEmpty() || found.get().getObjectId() == null) {
        return Optional.empty();
      }
      try (var walk = new RevWalk(repository)) {
        RevObject object = walk.peel(walk.parseAny(found.get().getObjectId()));
        return object instanceof RevCommit ? Optional.of(object.toObjectId()) : Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + ref, e);
    }
  }

  /** What a symbolic ref points to; empty when it is none. */
  Optional<String> target(String ref) {
    try {
      Ref found = repository.exactRef(ref);
      return found != null && found.isSymbolic()
          ? Optional.of(found.getTarget().getName())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + ref, e);
    }
  }

  /** Names of the refs under a prefix, without it, sorted; {@code HEAD} is left out. */
  public SortedSet<String> names(String prefix) {
    try {
      var names = new TreeSet<String>();
      for (Ref ref : source.below(prefix)) {
        names.add(ref.getName().substring(prefix.length()));
      }
      names.remove(Constants.HEAD);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the refs under " + prefix, e);
    }
  }

  /** How many commits lead to {@code tip} and not to {@code base}. */
  public int count(ObjectId tip, ObjectId base) {
    if (tip.equals(base)) {
      return 0;
    }
    try (var walk = new RevWalk(repository)) {
      return RevWalkUtils.count(walk, walk.parseCommit(tip), walk.parseCommit(base));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot count commits", e);
    }
  }

  /** How many commits lead to {@code tip} and to no branch of the remote. */
  public int countUnpublished(ObjectId tip) {
    try (var walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      walk.markStart(walk.parseCommit(tip));
      for (String branch : names(tracking("").orElse(Constants.R_REMOTES))) {
        Optional<ObjectId> published = tracking(branch).flatMap(this::commit);
        if (published.isPresent()) {
          walk.markUninteresting(walk.parseCommit(published.get()));
        }
      }
      int count = 0;
      while (walk.next() != null) {
        count++;
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot count commits", e);
    }
  }

  /** A text that is another one whenever any ref is. */
  String state() {
    try {
      MessageDigest digest = Constants.newMessageDigest();
      for (Ref ref : repository.getRefDatabase().getRefs()) {
        String target =
            ref.isSymbolic() ? ref.getTarget().getName() : ObjectId.toString(ref.getObjectId());
        digest.update((ref.getName() + " " + target + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return ObjectId.fromRaw(digest.digest()).name();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the refs", e);
    }
  }

  boolean hasCommits() {
    return List.of(Constants.R_HEADS, Constants.R_REMOTES, Constants.R_TAGS).stream()
        .anyMatch(prefix -> !names(prefix).isEmpty());
  }
}
