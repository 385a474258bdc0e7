package dev.layerscope.operation.discovery;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.clones.Clones;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is known at first: a bootstrap manifest, on disk or in a repository, or only a list of
 * repositories.
 */
public sealed interface Start {
  /** A file with an Application or ApplicationSet, as one would {@code kubectl apply} it. */
  record ManifestFile(Path file) implements Start {}

  /**
   * A manifest in git.
   *
   * @param path of the file, relative to the repository's root
   * @param revision a branch, tag or commit; empty for the default branch
   */
  record InRepository(RepoUrl url, String path, Optional<String> revision) implements Start {}

  /**
   * Repositories to look at together, nothing being known of what bootstraps from them.
   *
   * @param lines on each an address, or a folder of this machine that is a clone or holds clones
   */
  record Listed(String lines) implements Start {}

  /** Whether an address is a folder of this machine, in whatever way it is written. */
  static boolean isLocal(RepoUrl url) {
    return Clones.isLocal(url);
  }

  /**
   * Reads {@code FILE} or {@code REPO_URL//PATH[@REVISION]}.
   *
   * @return empty when it is neither an existing file nor an address with a path
   */
  static Optional<Start> parse(String text) {
    Path file = Path.of(text);
    if (Files.isRegularFile(file)) {
      return Optional.of(new ManifestFile(file.toAbsolutePath().normalize()));
    }
    int scheme = text.indexOf("://");
    int split = text.indexOf("//", scheme < 0 ? 0 : scheme + 3);
    if (split <= 0 || split + 2 >= text.length()) {
      return Optional.empty();
    }
    String path = text.substring(split + 2);
    int at = path.lastIndexOf('@');
    return Optional.of(
        new InRepository(
            new RepoUrl(text.substring(0, split)),
            at < 0 ? path : path.substring(0, at),
            at < 0 ? Optional.empty() : Optional.of(path.substring(at + 1))));
  }
}
