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
  /** 2026-01-05, a Monday, midnight. */
  private static final long FIRST = 1_767_571_200L;

  private static final List<String> PEOPLE =
      List.of("Ada Lind", "Bela Farkas", "Chen Wei", "Dilek Aydin", "Emil Sand", "Fatou Diop");

  /** Before the path of a link, whose text is where it leads. */
  static final String LINK = "-> ";

  private final Process process;
  private final OutputStream out;
  private int commits;
  private int clock;

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

  /** Names a commit for good. */
  void tag(String name, int mark) {
    write("reset refs/tags/" + name + "\nfrom :" + mark + "\n\n");
  }

  /**
   * Commits files on a branch.
   *
   * @return the mark of the commit, for branches
   */
  int commit(String branch, String message, Map<String, String> files) {
    return commit(branch, message, files, "");
  }

  /**
   * Merges a commit into a branch, and with it the files it brings.
   *
   * @return the mark of the merge
   */
  int merge(String branch, String message, int other, Map<String, String> files) {
    return commit(branch, message, files, "merge :" + other + "\n");
  }

  /** Everybody commits in turn, on working days, some hours after the one before. */
  private int commit(String branch, String message, Map<String, String> files, String merge) {
    commits++;
    clock += 1 + commits * 7 % 5;
    long week = clock / 40;
    long inWeek = clock % 40;
    long time = FIRST + week * 7 * 86_400 + inWeek / 8 * 86_400 + (8 + inWeek % 8) * 3_600;
    String person = PEOPLE.get(commits * 5 % PEOPLE.size());
    String address = person.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.com";
    write("commit refs/heads/" + branch + "\nmark :" + commits + "\n");
    write("committer " + person + " <" + address + "> " + time + " +0000\n");
    data(message);
    write(merge);
    files.forEach((path, text) -> {
      boolean link = path.startsWith(LINK);
      String plain = link ? path.substring(LINK.length()) : path;
      write("M " + (link ? "120000" : "100644") + " inline " + plain + "\n");
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
