package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A program of the user's that is asked for a signature. It may ask the user in turn, on a window
 * of its own, so it is waited for until it is cancelled or clearly forgotten.
 */
final class SigningProgram {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int MOST_LINES = 6;

  private SigningProgram() {}

  /** What it said. */
  record Said(int status, String output, String error) {
    /** For a person: the error without gpg's protocol lines. */
    String words() {
      String words =
          error
              .lines()
              .filter(line -> !line.startsWith("[GNUPG:]") && !line.isBlank())
              .limit(MOST_LINES)
              .map(String::strip)
              .collect(Collectors.joining(" "));
      return words.isEmpty() ? "nothing, and ended with status " + status + "." : words;
    }
  }

  /**
   * Runs it outside of any repository.
   *
   * @param input for its standard input
   * @throws GitException of kind {@code SIGNING} when it is not there, cancelled or forgotten
   */
  static Said run(List<String> command, byte[] input, Progress progress)
      throws IOException, GitException {
    // Through files: a program that fills one pipe while we empty the other would never end.
    Path folder = Files.createTempDirectory("layerscope-signer");
    Path out = folder.resolve("out");
    Path error = folder.resolve("error");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(error.toFile())
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input);
      } catch (IOException closed) {
        // It did not want to read all of it; what it says tells more than a broken pipe.
      }
      await(process, progress, command.getFirst());
      return new Said(process.exitValue(), text(out), text(error));
    } finally {
      for (Path file : List.of(out, error, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static void await(Process process, Progress progress, String name) throws GitException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (progress.cancelled() || System.nanoTime() > deadline) {
          process.destroy();
          throw new GitException(
              GitException.Kind.SIGNING,
              progress.cancelled()
                  ? "Signing was cancelled. Nothing was committed."
                  : name + " did not answer for five minutes. Nothing was committed.");
        }
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new GitException(GitException.Kind.SIGNING, "Signing was interrupted.", e);
    }
  }
}
