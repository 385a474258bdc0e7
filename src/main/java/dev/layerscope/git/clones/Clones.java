package dev.layerscope.git.clones;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RefMove;
import dev.layerscope.git.Remote;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.credential.Account;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.read.LastFetch;
import dev.layerscope.git.read.Opening;
import dev.layerscope.git.read.Refs;
import dev.layerscope.git.read.Upstream;
import dev.layerscope.git.transport.Fetching;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Repository;

/**
 * The clones of a person's repositories in one folder of this machine, shared by all workspaces.
 * Each is bare: the remote's branches in {@code refs/remotes/origin/*}, our commits in {@code
 * refs/heads/*}.
 */
public final class Clones {
  private final CloneFolders folders;
  private final Account account;

  /**
   * @param folder where the clones lie; made when the first one comes
   */
  public Clones(Path folder) {
    this(folder, Account.ofUser());
  }

  public Clones(Path folder, Account account) {
    this.folders = new CloneFolders(folder.toAbsolutePath());
    this.account = account;
  }

  /**
   * Opens the clone of a repository, cloning it first when it is not here. When the remote is
   * another one than last time, it is fetched from at once, so that what is read is what the new
   * remote has.
   *
   * @param url the repository, as the workspace spells it
   * @param remote where to clone from: a URL, or an absolute path of a repository or a bundle
   * @param defaultBranch what {@code HEAD} means, when the workspace says so
   * @throws GitException when the remote cannot be read, the disk refuses or another program holds
   *     the clone
   * @throws java.util.concurrent.CancellationException when cancelled; nothing is left behind
   */
  public Clone open(RepoUrl url, String remote, Optional<String> defaultBranch, Progress progress)
      throws GitException {
    return open(url, remote, defaultBranch, OptionalInt.empty(), progress);
  }

  /**
   * The same with only so many commits of each branch, when it has to be cloned. A clone that is
   * here whole stays whole; a shallow one that is asked for whole gets the rest.
   *
   * @param depth at least 1; empty for all
   */
  public Clone open(
      RepoUrl url,
      String remote,
      Optional<String> defaultBranch,
      OptionalInt depth,
      Progress progress)
      throws GitException {
    GitSettings.install();
    var wanted = new Remote(remote);
    Path folder = folders.of(url);
    if (Files.isDirectory(folder)) {
      return reopen(url, wanted, folder, defaultBranch, depth, progress);
    }
    wanted.refuseMissing();
    try (CloneLock lock = folders.lock(url, progress)) {
      if (!Files.isDirectory(folder)) {
        folders.make(
            url,
            wanted,
            repository ->
                new Fetching(repository, wanted, account, progress)
                    .to(depth)
                    .everything("Cloning " + url.shortName()));
      }
    }
    return managed(url, Opening.open(folder), defaultBranch, wanted);
  }

  /**
   * Makes the clone of a repository that does not exist anywhere yet: no commits, the remote noted
   * for a later push. One that is here already is opened.
   */
  public Clone create(RepoUrl url, String remote, Optional<String> defaultBranch, Progress progress)
      throws GitException {
    GitSettings.install();
    Path folder = folders.of(url);
    try (CloneLock lock = folders.lock(url, progress)) {
      if (!Files.isDirectory(folder)) {
        folders.make(
            url, new Remote(remote), repository -> CloneFolders.begin(repository, defaultBranch));
      }
    }
    return managed(url, Opening.open(folder), defaultBranch, new Remote(remote));
  }

  /**
   * Opens a clone of the user's own: objects and refs only, its work tree and index are never
   * looked at.
   *
   * @param path the work tree, or the repository when it is bare
   * @throws GitException when there is no repository, or one in a form that cannot be read
   */
  public Clone openLocal(RepoUrl url, Path path, Optional<String> defaultBranch)
      throws GitException {
    return OwnClones.open(url, path, defaultBranch);
  }

  /**
   * Fetches all branches and tags of a managed clone; branches and tags the remote no longer has
   * go, {@code refs/heads/*} stay as they are. A user's own clone is left alone: its owner fetches
   * it.
   *
   * @return what moved at the remote since it was last asked
   */
  public List<RefMove> fetch(Clone clone, Progress progress) throws GitException {
    return exchanges().fetch(clone, progress);
  }

  /** Whether an address is asked of this machine's file system, and not of a host. */
  public static boolean isLocal(RepoUrl url) {
    return new Remote(url.text().strip()).isLocal();
  }

  /**
   * Fetches one ref that is no branch, such as {@code refs/pull/7/head}, so that {@link
   * Clone#resolve} finds it.
   *
   * @throws GitException of kind {@code NOT_FOUND} when the remote has no such ref
   */
  public void fetchRef(Clone clone, String ref, Progress progress) throws GitException {
    exchanges().fetchRef(clone, ref, progress);
  }

  /**
   * The branches of the repository that one was forked from, fetched into the clone of the fork, so
   * that both can be compared and merged. In a user's own clone they are read as its owner fetched
   * them.
   *
   * @param upstream what it was forked from
   * @param remote where to fetch that from: a URL, or an absolute path of a repository or a bundle
   * @throws GitException of kind {@code NOT_FOUND} when a user's own clone has no such remote
   */
  public Upstream upstream(Clone clone, RepoUrl upstream, String remote, Progress progress)
      throws GitException {
    return exchanges().upstream(clone, upstream, remote, progress);
  }

  /** Reads what the first clone of a program waits for and no later one. */
  public static void readAhead() {
    GitSettings.readAhead();
  }

  /** How many contents of files were read from a clone since it was opened. */
  public static long blobsRead(Clone clone) {
    return clone instanceof BareClone bare ? bare.blobsRead() : 0;
  }

  /**
   * Whether a branch of the remote has a commit, as last fetched.
   *
   * @param commit 40 hex digits
   */
  public static boolean isPublished(Clone clone, String commit) {
    return clone instanceof BareClone bare
        && bare.refs().remote().isPresent()
        && bare.refs().countUnpublished(org.eclipse.jgit.lib.ObjectId.fromString(commit)) == 0;
  }

  /** Pushes a local branch as it is, never by force. */
  public void push(Clone clone, String branch, Optional<String> topic, Progress progress)
      throws GitException {
    push(clone, branch, Optional.empty(), topic, progress);
  }

  /**
   * Pushes a local branch to the remote of its clone, never by force; afterwards the remote's
   * branch is where ours is.
   *
   * @param branch what to push, without {@code refs/heads/}
   * @param commit a commit on the way to the branch's tip, 40 hex digits; empty for the tip
   * @param topic another name at the remote, for a branch that takes changes through requests only
   * @throws GitException of kind {@code MOVED} when the remote has commits that are not here,
   *     {@code REFUSED} when it does not want ours
   */
  public void push(
      Clone clone,
      String branch,
      Optional<String> commit,
      Optional<String> topic,
      Progress progress)
      throws GitException {
    exchanges().push(clone, branch, commit, topic, progress);
  }

  private Clone reopen(
      RepoUrl url,
      Remote wanted,
      Path folder,
      Optional<String> defaultBranch,
      OptionalInt depth,
      Progress progress)
      throws GitException {
    Repository repository = Opening.open(folder);
    try {
      boolean moved =
          !remote(repository, Refs.ORIGIN).withoutSecret().equals(wanted.withoutSecret());
      boolean lacks = depth.isEmpty() && LastFetch.isShallow(repository);
      if (moved || lacks) {
        try (CloneLock lock = folders.lock(url, progress)) {
          Leftovers.remove(folder);
          new Fetching(repository, wanted, account, progress)
              .to(lacks ? OptionalInt.of(Fetching.WHOLE) : depth)
              .everything("Fetching " + url.shortName());
          CloneFolders.noteRemote(repository, wanted);
        }
      }
      return managed(url, repository, defaultBranch, wanted);
    } catch (GitException | RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  private Exchanges exchanges() {
    return new Exchanges(folders, account);
  }

  static Remote remote(Repository repository, String name) {
    String text =
        repository
            .getConfig()
            .getString(ConfigConstants.CONFIG_REMOTE_SECTION, name, ConfigConstants.CONFIG_KEY_URL);
    return new Remote(text == null ? "" : text);
  }

  private static Clone managed(
      RepoUrl url, Repository repository, Optional<String> defaultBranch, Remote address) {
    return new BareClone(
        url,
        repository,
        defaultBranch,
        Optional.of(Refs.ORIGIN),
        true,
        Optional.of(address),
        fetchedAt(repository));
  }

  static Supplier<Optional<Instant>> fetchedAt(Repository repository) {
    Path file = LastFetch.file(repository);
    return () -> LastFetch.at(file);
  }
}
