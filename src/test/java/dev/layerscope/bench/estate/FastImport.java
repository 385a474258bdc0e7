package dev.layerscope.bench.estate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes one bare repository through {@code git fast-import}: one pack, however many files. */
final class FastImport implements AutoCloseable {
  /** 2026-01-05, a Monday; each commit is an hour later than the one before. */
  private static final long FIRST = 1_767_600_000L;

  private final Process process;
  private final OutputStream out;
  private int commits;

  FastImport(Path repository) throws IOException {
    run(List.of("git", "init", "-q", "--bare", "-b", "main", repository.toString()));
    process =
        new ProcessBuilder("git", "-C", repository.toString(), "fast-import", "--quiet")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    out = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
  }

  /** Lets a branch begin where another one is. */
  void branch(String name, int mark) {
    write("reset refs/heads/" + name + "\nfrom :" + mark + "\n\n");
  }

  /**
   * Commits files on a branch.
   *
   * @return the mark of the commit, for branches
   */
  int commit(String branch, String message, Map<String, String> files) {
    commits++;
    write("commit refs/heads/" + branch + "\nmark :" + commits + "\n");
    write("committer Estate <estate@example.com> " + (FIRST + commits * 3600L) + " +0000\n");
    data(message);
    files.forEach((path, text) -> {
      write("M 100644 inline " + path + "\n");
      data(text);
    });
    write("\n");
    return commits;
  }

  private void data(String text) {
    write("data " + text.getBytes(StandardCharsets.UTF_8).length + "\n");
    write(text + "\n");
  }

  private void write(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    await(process, "git fast-import");
  }

  static void run(List<String> command) throws IOException {
    await(new ProcessBuilder(command).inheritIO().start(), String.join(" ", command));
  }

  private static void await(Process process, String what) throws IOException {
    try {
      if (process.waitFor() != 0) {
        throw new IOException(what + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(what + " was interrupted", e);
    }
  }
}
