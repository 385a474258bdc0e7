package dev.layerscope.git.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where git keeps its configuration for everybody on this machine (git-config(1), FILES). The
 * library starts {@code git} twice to be told; where git lies says the same at once, since git is
 * built with {@code PREFIX/bin} and {@code PREFIX/etc} side by side, and with {@code /etc} for
 * {@code /usr}.
 */
final class SystemConfig {
  private static final Path FOR_ALL = Path.of("/etc/gitconfig");

  private SystemConfig() {}

  /** What is known of the place without asking git. */
  sealed interface Place {
    /** There it is. */
    record Found(Path file) implements Place {}

    /** There is none. */
    record None() implements Place {}

    /** Only git knows: Apple's and Windows' builds have places of their own. */
    record AskGit() implements Place {}
  }

  /**
   * @param named the value of {@code GIT_CONFIG_SYSTEM}, which names the file; empty when not set
   * @param path the folders programs are looked for in
   * @param unix whether this is a Unix other than Apple's
   */
  static Place of(Optional<String> named, Stream<Path> path, boolean unix) {
    if (named.isPresent()) {
      return new Place.Found(Path.of(named.get()));
    }
    if (!unix) {
      return new Place.AskGit();
    }
    Optional<Path> prefix =
        path.filter(folder -> folder.isAbsolute() && Files.isExecutable(folder.resolve("git")))
            .findFirst()
            .map(Path::getParent);
    return Stream.concat(
            prefix.map(folder -> folder.resolve("etc").resolve("gitconfig")).stream(),
            Stream.of(FOR_ALL))
        .filter(Files::isRegularFile)
        .findFirst()
        .<Place>map(Place.Found::new)
        .orElseGet(Place.None::new);
  }
}
