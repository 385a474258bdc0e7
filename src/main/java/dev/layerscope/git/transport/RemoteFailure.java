package dev.layerscope.git.transport;

import dev.layerscope.git.GitException;
import dev.layerscope.git.Remote;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.MissingBundlePrerequisiteException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/**
 * What JGit says when talking to a remote failed, in one sentence a person can act on. Never with a
 * secret.
 */
final class RemoteFailure {
  /** The name of an object in a repository whose names are not SHA-1. */
  private static final Pattern LONG_NAME = Pattern.compile("\\b[0-9a-f]{64}\\b");

  /** What systems say when a file cannot grow. */
  private static final List<String> FULL =
      List.of(
          "no space left on device",
          "not enough space on the disk",
          "disk quota exceeded",
          "read-only file system");

  private RemoteFailure() {}

  static GitException of(Exception e, Remote remote) {
    GitException told = told(e, remote);
    return new GitException(told.kind(), told.getMessage(), withoutSecrets(e));
  }

  /** The exception and its causes, places and all, with nothing in their words but words. */
  private static Exception withoutSecrets(Throwable e) {
    var copy = new java.io.IOException(e.getClass().getSimpleName() + ": " + clean(e));
    copy.setStackTrace(e.getStackTrace());
    if (e.getCause() != null) {
      copy.initCause(withoutSecrets(e.getCause()));
    }
    return copy;
  }

  private static String clean(Throwable e) {
    return String.valueOf(e.getMessage()).replaceAll("//[^/@\\s]*@", "//");
  }

  private static GitException told(Exception e, Remote remote) {
    String said = allMessages(e);
    if (LONG_NAME.matcher(said).find()) {
      return new GitException(
          GitException.Kind.UNSUPPORTED,
          remote + " names its objects by SHA-256; only SHA-1 can be read.",
          e);
    }
    if (FULL.stream().anyMatch(said::contains)) {
      return new GitException(
          GitException.Kind.DISK,
          "What " + remote + " sent could not be written: " + lastWords(e),
          e);
    }
    if (e instanceof Line.HostRefused) {
      return new GitException(GitException.Kind.CREDENTIALS, remote + ": " + e.getMessage(), e);
    }
    if (has(e, UnknownHostException.class)
        || has(e, SocketException.class)
        || has(e, ConnectException.class)
        || has(e, NoRouteToHostException.class)
        || has(e, SocketTimeoutException.class)
        || said.contains("timeout")
        || said.contains("connection refused")) {
      return new GitException(
          GitException.Kind.NETWORK,
          "The host of " + remote + " cannot be reached: " + lastWords(e),
          e);
    }
    if (has(e, SSLException.class)) {
      return new GitException(
          GitException.Kind.NETWORK,
          "The certificate of " + remote + " is not trusted: " + lastWords(e),
          e);
    }
    if (said.contains("not authorized")
        || said.contains("authentication")
        || said.contains("auth fail")
        || said.contains("cannot log in")
        || said.contains("permission denied")
        || said.contains("not permitted")
        || said.contains("credentials")) {
      return new GitException(
          GitException.Kind.CREDENTIALS,
          remote
              + " asks for a login, and none of those git knows was accepted. Try `git ls-remote "
              + remote
              + "` once.",
          e);
    }
    if (has(e, NoRemoteRepositoryException.class) || said.contains("not found")) {
      return new GitException(
          GitException.Kind.NOT_FOUND, "There is no repository at " + remote + ".", e);
    }
    if (has(e, MissingBundlePrerequisiteException.class)) {
      return new GitException(
          GitException.Kind.UNSUPPORTED,
          "The bundle " + remote + " is only a part of a repository.",
          e);
    }
    return new GitException(
        GitException.Kind.NETWORK, "Talking to " + remote + " failed: " + lastWords(e), e);
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
    for (Optional<Throwable> t = Optional.of(thrown);
        t.isPresent();
        t = t.map(Throwable::getCause)) {
      if (kind.isInstance(t.get())) {
        return true;
      }
    }
    return false;
  }

  private static String allMessages(Throwable thrown) {
    var all = new StringBuilder();
    for (Optional<Throwable> t = Optional.of(thrown);
        t.isPresent();
        t = t.map(Throwable::getCause)) {
      all.append(t.get().getMessage()).append('\n');
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }

  /** The innermost message; user information in URLs is taken out. */
  private static String lastWords(Throwable thrown) {
    Throwable last = thrown;
    for (Optional<Throwable> t = Optional.of(thrown);
        t.isPresent();
        t = t.map(Throwable::getCause)) {
      last = t.get().getMessage() == null ? last : t.get();
    }
    return clean(last);
  }
}
