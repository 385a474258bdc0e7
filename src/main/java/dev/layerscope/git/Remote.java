package dev.layerscope.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UrlConfig;
import org.eclipse.jgit.util.SystemReader;

/**
 * Where a repository is cloned from: a URL, the path of a repository, or the path of a bundle.
 *
 * @param text as the workspace says it, relative paths made absolute
 */
public record Remote(String text) {
  private static final Pattern URL =
      Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]+://.*|[^/\\\\]{2,}:.*)$");

  /** With two slashes before the path, or none, which git's library takes, too. */
  private static final Pattern FILE = Pattern.compile("(?i)^file:(//|(?=/))");

  private static final Pattern HELPER = Pattern.compile("[A-Za-z0-9+.-]+::");

  /** A host, user or path that a program would take for an option. */
  private static final Pattern OPTION =
      Pattern.compile("^-|^[A-Za-z][A-Za-z0-9+.-]*://([^/]*@)?-|^[^/@]+@-|^[^/:]+:-");

  private static final List<String> SCHEMES =
      List.of("http", "https", "ssh", "git", "git+ssh", "ssh+git", "file");

  /** Whether this machine's file system is asked, not a host. */
  public boolean isLocal() {
    return FILE.matcher(text).lookingAt() || !URL.matcher(text).matches();
  }

  /** The file or folder behind a local remote. */
  public Path path() {
    return Path.of(FILE.matcher(text).replaceFirst("")).toAbsolutePath().normalize();
  }

  /** The same without a user, password or token: what may be written into a file. */
  public Remote withoutSecret() {
    return isLocal() ? this : new Remote(new RepoUrl(text).display());
  }

  /** What the user's {@code url.<base>.insteadOf} makes of it. */
  public Remote asConfigured(Config config) {
    return new Remote(new UrlConfig(config).replace(text));
  }

  /** The same for pushing, where {@code url.<base>.pushInsteadOf} comes first. */
  public Remote asConfiguredForPush(Config config) {
    var urls = new UrlConfig(config);
    String pushed = urls.hasPushReplacements() ? urls.replacePush(text) : text;
    return new Remote(pushed.equals(text) ? urls.replace(text) : pushed);
  }

  /**
   * The address in JGit's form.
   *
   * @throws GitException of kind {@code NOT_FOUND} when there is nothing at a local path, or the
   *     URL is none; {@code UNSUPPORTED} for an address that git would run a program for
   */
  public URIish uri() throws GitException {
    refuseStrange();
    if (isLocal() && !Files.exists(path())) {
      throw new GitException(
          GitException.Kind.NOT_FOUND, "There is no repository and no bundle at " + path() + ".");
    }
    try {
      return new URIish(isLocal() ? path().toString() : text);
    } catch (URISyntaxException e) {
      throw new GitException(
          GitException.Kind.NOT_FOUND,
          "This is not an address git understands: " + new RepoUrl(text).display(),
          e);
    }
  }

  /**
   * Looks whether there is anything at a local remote, before something is written for it.
   *
   * @throws GitException as {@link #uri()}, and of kind {@code DISK} when git's configuration of
   *     the user cannot be read
   */
  public void refuseMissing() throws GitException {
    try {
      asConfigured(SystemReader.getInstance().getUserConfig()).uri();
    } catch (IOException | ConfigInvalidException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot read git's configuration: " + e.getMessage(), e);
    }
  }

  /**
   * Addresses come from repositories, too. One that names a helper program ({@code ext::…}), looks
   * like an option to a program ({@code -oProxyCommand=…}), or would have a file of this machine
   * read for a login is no way to a repository.
   */
  private void refuseStrange() throws GitException {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean scheme = lower.contains("://");
    boolean helper = !isLocal() && HELPER.matcher(text).lookingAt();
    boolean unknown =
        scheme && !isLocal() && SCHEMES.stream().noneMatch(s -> lower.startsWith(s + "://"));
    if (helper || unknown || OPTION.matcher(text).find()) {
      throw new GitException(
          GitException.Kind.UNSUPPORTED,
          "This is no address that is asked for a repository: "
              + new RepoUrl(text).display()
              + ". It takes http, https, ssh, git, file, or host:path.");
    }
  }

  /** Fit for a screen or a log: without a password. */
  @Override
  public String toString() {
    return isLocal() ? text : new RepoUrl(text).display();
  }
}
