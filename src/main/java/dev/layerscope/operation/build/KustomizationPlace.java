package dev.layerscope.operation.build;

import dev.layerscope.git.RepoUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a kustomization to be built lies. */
public sealed interface KustomizationPlace {
  /** A folder of this machine, as it lies on the disk. */
  record OnDisk(Path folder) implements KustomizationPlace {}

  /**
   * A folder of a repository.
   *
   * @param path from the root of the repository
   * @param revision branch, tag, commit or version; empty for the default branch
   */
  record InRepository(RepoUrl repository, String path, Optional<String> revision)
      implements KustomizationPlace {}

  /** Reads {@code DIR} or {@code REPO_URL//PATH@REVISION}; empty when it is neither. */
  static Optional<KustomizationPlace> parse(String text) {
    if (Files.isDirectory(Path.of(text))) {
      return Optional.of(new OnDisk(Path.of(text)));
    }
    int scheme = text.indexOf("://");
    int mark = text.indexOf("//", scheme < 0 ? 0 : scheme + 3);
    if (mark < 0) {
      return Optional.empty();
    }
    String path = text.substring(mark + 2);
    int at = path.lastIndexOf('@');
    return Optional.of(
        new InRepository(
            new RepoUrl(text.substring(0, mark)),
            at < 0 ? path : path.substring(0, at),
            at < 0 ? Optional.empty() : Optional.of(path.substring(at + 1))));
  }
}
