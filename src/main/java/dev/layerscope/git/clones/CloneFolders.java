package dev.layerscope.git.clones;

import dev.layerscope.git.GitException;
import dev.layerscope.git.Remote;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.read.ManagedRepository;
import dev.layerscope.git.read.Refs;
import dev.layerscope.git.transport.Advertisement;
import dev.layerscope.git.transport.Fetching;
import dev.layerscope.work.Folders;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.RefSpec;

/** Where each managed clone lies, and how a new one comes to be there whole or not at all. */
public final class CloneFolders {
  private final Path folder;

  public CloneFolders(Path folder) {
    this.folder = folder;
  }

  /** Fills a new, empty repository before it gets its place. */
  interface Filling {
    void fill(Repository repository) throws GitException;
  }

  /**
   * A part people can read, and a hash that tells repositories of one name apart whatever their
   * spelling.
   */
  public Path of(RepoUrl url) {
    return folder.resolve(name(url) + ".git");
  }

  public static String name(RepoUrl url) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(url.identity().getBytes(StandardCharsets.UTF_8));
      String readable =
          url.shortName().replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[.-]+", "");
      return readable.substring(0, Math.min(40, readable.length()))
          + "-"
          + HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  CloneLock lock(RepoUrl url, Progress progress) throws GitException {
    return CloneLock.take(CloneLock.beside(of(url)), url, progress);
  }

  boolean holds(Repository repository) {
    return repository.getDirectory() != null
        && repository.getDirectory().toPath().startsWith(folder);
  }

  /**
   * Makes a clone beside its place and moves it there when it is whole. The caller holds the lock.
   */
  void make(RepoUrl url, Remote remote, Filling filling) throws GitException {
    Path place = of(url);
    Path unfinished = folder.resolve(name(url) + ".unfinished");
    try {
      remove(unfinished); // left by a program that died
      Files.createDirectories(unfinished);
      try (Repository repository = new ManagedRepository(unfinished)) {
        repository.create(true);
        Advertisement.ask(repository, Advertisement.EVERYTHING);
        noteRemote(repository, remote);
        filling.fill(repository);
      }
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot write the clone " + place + ": " + e.getMessage(), e);
    } finally {
      removeQuietly(unfinished);
    }
  }

  /** Before there is a commit, {@code HEAD} names the branch that will be there. */
  static void begin(Repository repository, Optional<String> branch) throws GitException {
    if (branch.isEmpty()) {
      return;
    }
    try {
      repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + branch.get());
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot write the clone: " + e.getMessage(), e);
    }
  }

  /**
   * Writes the remote, without a secret, into the clone's configuration, for whoever looks at it
   * with git itself.
   */
  static void noteRemote(Repository repository, Remote remote) throws GitException {
    StoredConfig config = repository.getConfig();
    String section = ConfigConstants.CONFIG_REMOTE_SECTION;
    config.setString(
        section, Refs.ORIGIN, ConfigConstants.CONFIG_KEY_URL, remote.withoutSecret().text());
    config.setStringList(
        section,
        Refs.ORIGIN,
        ConfigConstants.CONFIG_FETCH_SECTION,
        Fetching.EVERYTHING.stream().map(RefSpec::toString).toList());
    try {
      config.save();
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot write the clone's configuration: " + e.getMessage(), e);
    }
  }

  /**
   * The remote of a user's own clone that is the repository: by its URL, else {@code origin}, else
   * the only one.
   */
  static Optional<String> remoteName(Repository repository, RepoUrl url) {
    StoredConfig config = repository.getConfig();
    List<String> names = List.copyOf(config.getSubsections(ConfigConstants.CONFIG_REMOTE_SECTION));
    return names.stream()
        .filter(name ->
            Optional.ofNullable(config.getString("remote", name, "url"))
                .map(RepoUrl::new)
                .filter(url::sameRepositoryAs)
                .isPresent())
        .findFirst()
        .or(() -> names.stream().filter(Refs.ORIGIN::equals).findFirst())
        .or(() -> names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty());
  }

  /** Every clone there is, in the order of their names. */
  List<Path> all() throws GitException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(path -> path.toString().endsWith(".git") && Files.isDirectory(path))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Takes a clone away; the caller holds its lock. */
  void discard(Path clone) throws GitException {
    Path leaving = clone.resolveSibling(clone.getFileName() + ".unfinished");
    try {
      Files.move(clone, leaving, StandardCopyOption.ATOMIC_MOVE); // never half a clone
      remove(leaving);
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot remove " + clone + ": " + e.getMessage(), e);
    }
  }

  /** The bytes of all files of a clone; 0 when there is none. */
  long size(Path clone) {
    if (!Files.isDirectory(clone)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(clone)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | java.io.UncheckedIOException changing) {
      return 0; // somebody is at work in it
    }
  }

  private static void remove(Path directory) throws IOException {
    if (Files.exists(directory)) {
      Folders.remove(directory);
    }
  }

  private static void removeQuietly(Path directory) {
    try {
      remove(directory);
    } catch (IOException e) {
      // It is removed before the next clone is made; what was asked for is done or has failed
      // already.
    }
  }
}
