package dev.layerscope.git.transport;

import dev.layerscope.git.GitException;
import dev.layerscope.git.RefMove;
import dev.layerscope.git.Remote;
import dev.layerscope.git.credential.Account;
import dev.layerscope.git.read.LastFetch;
import dev.layerscope.git.read.Refs;
import dev.layerscope.git.read.Upstream;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.eclipse.jgit.transport.Transport;

/**
 * Brings what the remote has into {@code refs/remotes/origin/*} and {@code refs/tags/*} of a
 * managed clone; what the remote no longer has goes. Local branches are never touched.
 */
public final class Fetching {
  public static final List<RefSpec> EVERYTHING =
      List.of(
          new RefSpec("+refs/heads/*:refs/remotes/origin/*"),
          new RefSpec("+refs/tags/*:refs/tags/*"));

  /** A depth that no history has. */
  public static final int WHOLE = Constants.INFINITE_DEPTH;

  private static final String TRACKED = "refs/remotes/origin/";

  /** Where the branches of the repository are kept that this one was forked from. */
  public static final String UPSTREAM =
      Refs.FETCHED + Upstream.PREFIX.substring(Constants.R_REFS.length());

  private final Repository repository;
  private final Remote remote;
  private final Account account;
  private final Progress progress;
  private OptionalInt depth = OptionalInt.empty();
  private int advertised;

  public Fetching(Repository repository, Remote remote, Account account, Progress progress) {
    this.repository = repository;
    this.remote = remote;
    this.account = account;
    this.progress = progress;
  }

  /**
   * Only so many commits of each branch; {@link #WHOLE} brings the rest of a shallow clone.
   *
   * @param commits at least 1
   */
  public Fetching to(OptionalInt commits) {
    depth = commits;
    return this;
  }

  /**
   * Fetches all branches and tags, and what {@code HEAD} is.
   *
   * @return what moved, in the remote's order
   */
  public List<RefMove> everything(String what) throws GitException {
    List<RefMove> moved = fetch(what, EVERYTHING, Optional.of(TRACKED));
    Advertisement.settle(repository, advertised);
    LastFetch.note(repository);
    return moved;
  }

  /**
   * Fetches one ref that is not a branch, such as {@code refs/pull/7/head}.
   *
   * @throws GitException of kind {@code NOT_FOUND} when the remote has no such ref
   */
  public void one(String what, String ref) throws GitException {
    String kept = Refs.FETCHED + ref.substring(Constants.R_REFS.length());
    fetch(what, List.of(new RefSpec("+" + ref + ":" + kept)), Optional.empty());
  }

  /** Fetches all branches of the repository that this one was forked from. */
  public void upstream(String what) throws GitException {
    var branches = List.of(new RefSpec("+refs/heads/*:" + UPSTREAM + "*"));
    fetch(what, branches, Optional.of(UPSTREAM));
  }

  /**
   * @param headIn under which branches {@code HEAD} is noted; empty for not at all
   */
  private List<RefMove> fetch(String what, List<RefSpec> specs, Optional<String> headIn)
      throws GitException {
    Remote address = address();
    try (Line line = Line.toFetch(repository, address, account, progress)) {
      FetchResult result = line.talk(transport -> fetch(transport, what, specs));
      progress.stopIfCancelled(); // the library ends a pack that was cancelled without a word
      advertised = result.getAdvertisedRefs().size();
      var moved = new ArrayList<RefMove>();
      for (TrackingRefUpdate update : result.getTrackingRefUpdates()) {
        refuseFailed(update);
        move(update).ifPresent(moved::add);
      }
      if (headIn.isPresent()) {
        recordHead(line.talk(transport -> head(result, transport)), headIn.get());
      }
      return moved;
    } catch (IOException e) {
      if (progress.cancelled()) {
        throw cancelled(e);
      }
      if (e.getMessage() != null && e.getMessage().contains("does not have") && specs.size() == 1) {
        throw new GitException(
            GitException.Kind.NOT_FOUND,
            remote + " has no " + specs.getFirst().getSource() + ".",
            e);
      }
      throw RemoteFailure.of(e, remote);
    }
  }

  private FetchResult fetch(Transport transport, String what, List<RefSpec> specs)
      throws IOException {
    depth.ifPresent(transport::setDepth);
    transport.setTagOpt(TagOpt.NO_TAGS);
    transport.setRemoveDeletedRefs(true);
    return transport.fetch(new ProgressBridge(progress, what), specs);
  }

  private Remote address() {
    return remote.asConfigured(repository.getConfig());
  }

  static CancellationException cancelled(IOException cause) {
    var cancelled = new CancellationException("cancelled");
    cancelled.initCause(cause);
    return cancelled;
  }

  private void refuseFailed(TrackingRefUpdate update) throws GitException {
    switch (update.getResult()) {
      case LOCK_FAILURE, IO_FAILURE, REJECTED, REJECTED_OTHER_REASON, REJECTED_MISSING_OBJECT ->
          throw new GitException(
              GitException.Kind.DISK,
              "Fetching from "
                  + remote
                  + " could not write "
                  + update.getLocalName()
                  + " ("
                  + update.getResult()
                  + ").");
      default -> {}
    }
  }

  private static Optional<RefMove> move(TrackingRefUpdate update) {
    Optional<RefMove.How> how =
        switch (update.getResult()) {
          case NEW -> Optional.of(RefMove.How.NEW);
          case FAST_FORWARD -> Optional.of(RefMove.How.FORWARD);
          case FORCED ->
              Optional.of(
                  update.getNewObjectId().equals(ObjectId.zeroId())
                      ? RefMove.How.GONE
                      : RefMove.How.FORCED);
          default -> Optional.empty();
        };
    return how.map(h ->
        new RefMove(
            update.getRemoteName(),
            commit(update.getOldObjectId()),
            commit(update.getNewObjectId()),
            h));
  }

  private static Optional<String> commit(ObjectId id) {
    return id.equals(ObjectId.zeroId()) ? Optional.empty() : Optional.of(id.name());
  }

  private Optional<Ref> head(FetchResult result, Transport transport) throws IOException {
    Ref advertised = result.getAdvertisedRef(Constants.HEAD);
    if (advertised != null) {
      return Optional.of(advertised);
    }
    // Not every protocol sends HEAD when only branches were asked for.
    try (FetchConnection connection = transport.openFetch()) {
      return Optional.ofNullable(connection.getRef(Constants.HEAD));
    }
  }

  private void recordHead(Optional<Ref> head, String branches) throws IOException {
    Optional<String> branch = head.flatMap(found -> branchOf(found, branches));
    if (branch.isPresent() && !isHead(branches, branch.get())) {
      RefUpdate update = repository.updateRef(branches + Constants.HEAD);
      update.disableRefLog();
      update.link(branches + branch.get());
    }
  }

  /** Writing what is there already would cost a lock and a sync of the disk with each refresh. */
  private boolean isHead(String branches, String branch) throws IOException {
    Ref noted = repository.exactRef(branches + Constants.HEAD);
    return noted != null
        && noted.isSymbolic()
        && noted.getTarget().getName().equals(branches + branch);
  }

  /** A bundle says only which commit HEAD is; then the branch is guessed, as git does. */
  private Optional<String> branchOf(Ref head, String branches) {
    if (head.isSymbolic()) {
      return Optional.of(Repository.shortenRefName(head.getTarget().getName()));
    }
    var refs = new Refs(repository, Optional.of(Refs.ORIGIN));
    List<String> same =
        refs.names(branches).stream()
            .filter(
                name -> refs.commit(branches + name).filter(head.getObjectId()::equals).isPresent())
            .toList();
    return List.of("main", "master").stream()
        .filter(same::contains)
        .findFirst()
        .or(() -> same.stream().findFirst());
  }
}
