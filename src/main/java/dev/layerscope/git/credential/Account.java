package dev.layerscope.git.credential;

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
public record Account(
    Path home, Map<String, String> environment, Duration helper, Duration silence) {
  private static final Duration HELPER = Duration.ofMinutes(2); // some open a browser
  private static final Duration SILENCE = Duration.ofSeconds(60);

  public Account {
    environment = Map.copyOf(environment);
  }

  public static Account ofUser() {
    return new Account(
        Path.of(System.getProperty("user.home", ".")), System.getenv(), HELPER, SILENCE);
  }

  /** A variable that is set to something. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  public int silenceInSeconds() {
    return Math.toIntExact(Math.max(1, silence.toSeconds()));
  }
}
