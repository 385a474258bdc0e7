package dev.layerscope.git;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a person's account says about reaching remotes: {@code ~/.netrc}, {@code ~/.ssh}, the
 * environment, and how long to wait.
 *
 * @param home the folder those lie in
 * @param environment all variables
 * @param helper how long a credential helper may think
 * @param silence how long a remote may say nothing
 */
record Account(Path home, Map<String, String> environment, Duration helper, Duration silence) {
  private static final Duration HELPER = Duration.ofMinutes(2); // some open a browser
  private static final Duration SILENCE = Duration.ofSeconds(60);

  Account {
    environment = Map.copyOf(environment);
  }

  static Account ofUser() {
    return new Account(
        Path.of(System.getProperty("user.home", ".")), System.getenv(), HELPER, SILENCE);
  }

  /** A variable that is set to something. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  int silenceInSeconds() {
    return Math.toIntExact(Math.max(1, silence.toSeconds()));
  }
}
