package dev.layerscope.git.transport;

import dev.layerscope.git.GitException;
import dev.layerscope.git.Remote;
import dev.layerscope.git.credential.Account;
import dev.layerscope.git.credential.GitCredentials;
import dev.layerscope.git.read.Opening;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;

/**
 * A transport to a remote as the person's account reaches it; hung up on cancel and at the end.
 * Sockets are waited for on a virtual thread, where an interrupt closes them: elsewhere neither the
 * library's time limit nor a cancel would end a read (decision 0057).
 */
final class Line implements AutoCloseable {
  private final Transport transport;
  private final Account account;
  private final GitCredentials credentials;
  private final Progress progress;
  private final Runnable atTheEnd;
  private final boolean socket;

  private Line(
      Transport transport,
      Account account,
      Progress progress,
      boolean remote,
      Repository clone,
      Runnable alsoAtTheEnd) {
    this.transport = transport;
    this.account = account;
    this.progress = progress;
    credentials = new GitCredentials(account, progress);
    transport.setTimeout(account.silenceInSeconds());
    transport.setCredentialsProvider(credentials);
    socket = remote;
    if (transport instanceof TransportHttp overHttp) {
      overHttp.setHttpConnectionFactory(new HttpConnections(clone.getConfig(), account));
    }
    if (transport instanceof SshTransport overSsh) {
      var ssh = Ssh.sessions(account);
      overSsh.setSshSessionFactory(ssh);
      atTheEnd = ssh::close;
    } else {
      atTheEnd = alsoAtTheEnd;
    }
  }

  /**
   * @param address after the user's {@code insteadOf}
   * @throws GitException of kind {@code NOT_FOUND} for an address that is none, {@code UNSUPPORTED}
   *     for a repository of this machine that cannot be read
   */
  static Line open(Repository clone, Remote address, Account account, Progress progress)
      throws GitException, IOException {
    if (address.isLocal()) {
      Opening.refuseSource(address.path());
    }
    Transport transport = Transport.open(clone, address.uri());
    return new Line(transport, account, progress, !address.isLocal(), clone, () -> {});
  }

  /** The same for fetching only. */
  static Line toFetch(Repository clone, Remote address, Account account, Progress progress)
      throws GitException, IOException {
    Optional<Path> folder =
        address.isLocal() ? Opening.gitFolder(address.path()) : Optional.empty();
    if (folder.isEmpty()) {
      return open(clone, address, account, progress);
    }
    Opening.refuseSource(address.path());
    var neighbour = new Neighbour(folder.get());
    Transport transport = neighbour.fetchedInto(clone);
    return new Line(transport, account, progress, false, clone, neighbour::close);
  }

  /** What is to be done over the line. */
  interface Talk<T> {
    T over(Transport transport) throws IOException;
  }

  /**
   * Talks. Logins that were asked for and were right are kept as git keeps them.
   *
   * @throws HostRefused where SSH refused and its own exception does not say why
   */
  <T> T talk(Talk<T> talk) throws IOException {
    try {
      T said = socket ? onVirtualThread(talk) : talk.over(transport);
      credentials.accepted();
      return said;
    } catch (TransportException e) {
      throw credentials.refusal().<IOException>map(why -> new HostRefused(why, e)).orElse(e);
    }
  }

  private <T> T watched(Talk<T> talk, Runnable end) throws IOException {
    try (var watch = HangUp.onCancel(progress, end)) {
      return talk.over(transport);
    }
  }

  private <T> T onVirtualThread(Talk<T> talk) throws IOException {
    var task = new FutureTask<T>(() -> watched(talk, Thread.currentThread()::interrupt));
    Thread waiting = Thread.ofVirtual().start(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      waiting.interrupt();
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private IOException cause(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException ours -> throw ours;
      case Error fatal -> throw fatal;
      case IOException io -> atTheLimit(io);
      case null, default -> throw new IllegalStateException(e.getCause());
    };
  }

  /** A socket that was closed at the time limit says something else. */
  private IOException atTheLimit(IOException io) {
    for (Throwable t = io; t != null; t = t.getCause()) {
      if (t instanceof SocketException && "Closed by interrupt".equals(t.getMessage())) {
        var limit =
            new SocketTimeoutException(
                "it said nothing for " + account.silenceInSeconds() + " seconds");
        limit.initCause(io);
        return limit;
      }
    }
    return io;
  }

  /** We do not talk to the host, whatever it says; the message is for a person. */
  static final class HostRefused extends IOException {
    private static final long serialVersionUID = 1L;

    HostRefused(String why, Throwable cause) {
      super(why, cause);
    }
  }

  @Override
  public void close() {
    transport.close();
    atTheEnd.run();
  }
}
