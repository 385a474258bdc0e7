package dev.layerscope.git.read;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.History;
import dev.layerscope.git.ObjectStore;
import dev.layerscope.git.Remote;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A repository read through JGit: a managed clone, a user's own, or one in memory. */
public final class BareClone implements Clone {
  private final RepoUrl url;
  private final Repository repository;
  private final Optional<String> declaredDefault;
  private final Refs refs;
  private final boolean managed;
  private final Optional<Remote> address;
  private final BranchReading branches;
  private final RevisionReading revisions;
  private final JGitObjects objects;
  private final HistoryReading history;
  private final Supplier<Optional<Instant>> fetchedAt;

  /**
   * @param declaredDefault the workspace's word on what {@code HEAD} means
   * @param remote the name of the remote in the repository's configuration
   * @param managed whether the clone is ours alone
   * @param fetchedAt asked anew each time, as a fetch may have happened
   */
  public BareClone(
      RepoUrl url,
      Repository repository,
      Optional<String> declaredDefault,
      Optional<String> remote,
      boolean managed,
      Supplier<Optional<Instant>> fetchedAt) {
    this(url, repository, declaredDefault, remote, managed, Optional.empty(), fetchedAt);
  }

  /**
   * The same, knowing where to fetch from.
   *
   * @param address with what the clone's configuration leaves out: a login
   */
  public BareClone(
      RepoUrl url,
      Repository repository,
      Optional<String> declaredDefault,
      Optional<String> remote,
      boolean managed,
      Optional<Remote> address,
      Supplier<Optional<Instant>> fetchedAt) {
    this.url = url;
    this.repository = repository;
    this.declaredDefault = declaredDefault;
    this.refs = new Refs(repository, remote);
    this.managed = managed;
    this.address = address;
    this.fetchedAt = fetchedAt;
    this.branches = new BranchReading(refs, managed, fetchedAt);
    this.revisions = new RevisionReading(repository, refs, branches);
    this.objects = new JGitObjects(url, repository);
    this.history = new HistoryReading(repository);
  }

  private BareClone(BareClone other, Refs settled) {
    this.url = other.url;
    this.repository = other.repository;
    this.declaredDefault = other.declaredDefault;
    this.refs = settled;
    this.managed = other.managed;
    this.address = other.address;
    this.fetchedAt = other.fetchedAt;
    this.branches = new BranchReading(settled, managed, fetchedAt);
    this.revisions = new RevisionReading(repository, settled, branches);
    this.objects = other.objects;
    this.history = other.history;
  }

  @Override
  public Clone settled() {
    return new BareClone(this, refs.settled());
  }

  public Repository repository() {
    return repository;
  }

  /** Whether it lies on disk and is ours alone. */
  public boolean isManaged() {
    return managed && repository.getDirectory() != null;
  }

  /** Where it is fetched from and pushed to, as whoever opened it said. */
  public Optional<Remote> address() {
    return address;
  }

  public Refs refs() {
    return refs;
  }

  /** How many blobs were read so far. */
  public long blobsRead() {
    return objects.blobsRead();
  }

  public ObjectStore objects() {
    return objects;
  }

  @Override
  public RepoUrl url() {
    return url;
  }

  @Override
  public Optional<Instant> fetchedAt() {
    return fetchedAt.get();
  }

  @Override
  public Optional<String> defaultBranch() {
    return declaredDefault.or(this::remoteHead);
  }

  private Optional<String> remoteHead() {
    Optional<String> tracking = refs.tracking("");
    return tracking
        .map(prefix -> refs.target(prefix + Constants.HEAD))
        .orElseGet(() -> refs.target(Constants.HEAD))
        .map(target -> target.substring(tracking.orElse(Constants.R_HEADS).length()));
  }

  @Override
  public boolean isEmpty() {
    return !refs.hasCommits();
  }

  @Override
  public boolean isShallow() {
    return repository.getDirectory() != null && LastFetch.isShallow(repository);
  }

  @Override
  public String state() {
    return refs.state() + declaredDefault.orElse("");
  }

  @Override
  public List<String> branches() {
    return List.copyOf(branches.names());
  }

  @Override
  public List<String> tags() {
    return List.copyOf(refs.names(Constants.R_TAGS));
  }

  @Override
  public Optional<Branch> branch(String name) {
    return branches.branch(name);
  }

  @Override
  public Resolution resolve(Optional<String> targetRevision, String tagPrefix) {
    return revisions.resolve(
        targetRevision.filter(asked -> !asked.isBlank()).orElse(Constants.HEAD),
        tagPrefix,
        defaultBranch());
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public Optional<Snapshot> snapshot(String commit) {
    try (var walk = new RevWalk(repository)) {
      ObjectId id = ObjectId.fromString(commit);
      if (!repository.getObjectDatabase().has(id)) {
        return Optional.empty();
      }
      RevCommit found = walk.parseCommit(id);
      return Optional.of(new Snapshot(url, found.name(), found.getTree().name(), objects));
    } catch (IncorrectObjectTypeException notACommit) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read commit " + commit, e);
    }
  }

  @Override
  public void close() {
    objects.letGo();
    repository.close();
  }

  @Override
  public String toString() {
    return url + " in " + repository;
  }
}
