package dev.layerscope.git.transport;

import dev.layerscope.git.GitException;
import dev.layerscope.git.Remote;
import dev.layerscope.git.credential.Account;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.read.Refs;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/** Sends a local branch to the remote, never by force. */
public final class Pushing {
  private final BareClone clone;
  private final Remote remote;
  private final Account account;
  private final Progress progress;

  public Pushing(BareClone clone, Remote remote, Account account, Progress progress) {
    this.clone = clone;
    this.remote = remote;
    this.account = account;
    this.progress = progress;
  }

  /**
   * Pushes {@code refs/heads/BRANCH}, or a commit on the way to it.
   *
   * @param commit what to push, 40 hex digits; empty for the branch's tip
   * @param target the branch's name at the remote
   */
  public void push(String branch, Optional<String> commit, String target) throws GitException {
    if (remote.isLocal() && Files.isRegularFile(remote.path())) {
      throw new GitException(
          GitException.Kind.UNSUPPORTED,
          remote
              + " is a bundle: nothing can be pushed to it. Give "
              + clone.url()
              + " a repository as its remote.");
    }
    ReceivingHooks.refuse(remote, clone, commit.orElse(Refs.local(branch)), target);
    Repository repository = clone.repository();
    // Hooks of the repository or of the user are git's business, not ours: none is run. In memory
    // only.
    repository.getConfig().setString("core", null, "hooksPath", "no-hooks-are-run");
    Remote address = remote.asConfiguredForPush(repository.getConfig());
    try (Line line = Line.open(repository, address, account, progress)) {
      var update =
          new RemoteRefUpdate(
              repository,
              commit.orElse(Refs.local(branch)),
              Refs.local(target),
              false,
              clone.refs().tracking(target).orElse(null),
              null);
      var bridge =
          new ProgressBridge(progress, "Pushing " + branch + " of " + clone.url().shortName());
      PushResult result = line.talk(transport -> transport.push(bridge, List.of(update)));
      refuseFailed(
          Optional.ofNullable(result.getRemoteUpdate(Refs.local(target))).orElse(update),
          target,
          result.getMessages());
    } catch (IOException e) {
      if (progress.cancelled()) {
        throw Fetching.cancelled(e);
      }
      throw RemoteFailure.of(e, remote);
    }
  }

  /**
   * @param words what the remote's own hooks had to say
   */
  private void refuseFailed(RemoteRefUpdate update, String target, String words)
      throws GitException {
    switch (update.getStatus()) {
      case OK, UP_TO_DATE -> {}
      case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED ->
          throw new GitException(
              GitException.Kind.MOVED,
              "The branch "
                  + target
                  + " of "
                  + clone.url().shortName()
                  + " has commits at the remote that are not here. Fetch, undo ours and plan them"
                  + " again.");
      default ->
          throw new GitException(
              GitException.Kind.REFUSED,
              remote
                  + " refused "
                  + target
                  + ": "
                  + Optional.ofNullable(update.getMessage()).orElse(update.getStatus().toString())
                  + ". A protected branch takes changes through a topic branch only."
                  + said(words));
    }
  }

  private static String said(String words) {
    return words.isBlank()
        ? ""
        : words
            .strip()
            .lines()
            .map(line -> "\n  remote: " + line.strip())
            .collect(Collectors.joining());
  }
}
