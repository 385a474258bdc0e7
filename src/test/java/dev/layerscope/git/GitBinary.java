package dev.layerscope.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real git, where it is installed: the judge of every repository we write. */
public final class GitBinary {
  private GitBinary() {}

  /**
   * Runs git in a folder and gives what it printed; a failure fails the test with git's own words.
   *
   * @return empty when git is not installed: then its opinion is not asked
   */
  public static Optional<String> run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git", "-c", "safe.directory=*"));
    command.addAll(List.of(arguments));
    Process git;
    try {
      git =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as("%s: %s", command, said).isZero();
    return Optional.of(said);
  }

  /** The same where there is no going on without git; gives what it printed. */
  public static String git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    return run(folder, arguments).orElseThrow(() -> new AssertionError("git is not installed"));
  }
}
