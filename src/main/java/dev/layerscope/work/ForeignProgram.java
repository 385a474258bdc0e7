package dev.layerscope.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A program of the user's that is run over files of ours. It gets no input, an environment of its
 * own in which it finds no other program, a proxy that is not there, and a limited time; its
 * children end with it.
 */
public record ForeignProgram(Path program) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long MOST_OUTPUT = 64L * 1024 * 1024;
  private static final Semaphore TURNS = new Semaphore(Runtime.getRuntime().availableProcessors());

  /** What came of a run. */
  public sealed interface Outcome {
    /** It ended well and printed this. */
    record Printed(String text) implements Outcome {}

    /** It ended badly; what it said about that. */
    record Failed(String said) implements Outcome {}

    /** It was stopped; why, in words for a person. */
    record Stopped(String why) implements Outcome {}

    /** What was printed; empty when it did not end well. */
    default Optional<String> printed() {
      return this instanceof Printed(String text) ? Optional.of(text) : Optional.empty();
    }
  }

  /**
   * The first of some programs on a path.
   *
   * @param path folders, as in the variable {@code PATH}; only absolute ones count
   */
  public static Optional<ForeignProgram> find(String name, String path) {
    for (String folder : path.split(java.io.File.pathSeparator)) {
      Path program = Path.of(folder.isEmpty() ? "." : folder, name);
      if (program.isAbsolute() && Files.isExecutable(program) && Files.isRegularFile(program)) {
        return Optional.of(new ForeignProgram(program));
      }
    }
    return Optional.empty();
  }

  /** A place among the programs that run at once, until it is closed. */
  public static final class Turn implements AutoCloseable {
    private Turn() {}

    @Override
    public void close() {
      TURNS.release();
    }
  }

  /** Waits for a place, however many ask: no more programs run at once than there are cores. */
  public static Turn turn() {
    TURNS.acquireUninterruptibly();
    return new Turn();
  }

  /** The name of its file. */
  public String name() {
    return String.valueOf(program.getFileName());
  }

  public Outcome run(List<String> words, Path home, Map<String, String> more) throws IOException {
    return run(words, home, more, PATIENCE);
  }

  /**
   * Runs it.
   *
   * @param home an empty folder to be at home in, and where it is started
   * @param more variables besides those it is given anyway
   */
  public Outcome run(List<String> words, Path home, Map<String, String> more, Duration patience)
      throws IOException {
    var all = new ArrayList<String>();
    all.add(program.toString());
    all.addAll(words);
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    Path nothing = Files.createTempFile(home, "in", "");
    var builder = new ProcessBuilder(all).directory(home.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(home));
    builder.environment().putAll(more);
    Process process =
        builder
            .redirectInput(ProcessBuilder.Redirect.from(nothing.toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Outcome.Stopped("was given up after " + patience.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        return new Outcome.Failed(text(err).strip());
      }
      return Files.size(out) <= MOST_OUTPUT
          ? new Outcome.Printed(text(out))
          : new Outcome.Stopped("printed more than " + MOST_OUTPUT / 1024 / 1024 + " MB");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Stopped("was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      for (Path file : List.of(out, err, nothing)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Map<String, String> environment(Path home) {
    var environment = new HashMap<String, String>();
    for (String own : List.of("HOME", "TMPDIR", "PATH")) {
      environment.put(own, home.toString());
    }
    for (String proxy : List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")) {
      environment.put(proxy, "http://127.0.0.1:9");
    }
    return environment;
  }

  private static String text(Path file) throws IOException {
    long most = Math.min(Files.size(file), MOST_OUTPUT);
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes((int) most), StandardCharsets.UTF_8);
    }
  }
}
