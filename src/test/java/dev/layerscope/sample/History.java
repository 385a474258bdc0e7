package dev.layerscope.sample;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one sample repository came to be: its commits in the order they were made, as written in its
 * {@code history.yaml}.
 *
 * @param about what the repository is for, in a sentence; for the reader of the file only
 * @param defaultBranch the branch that HEAD names
 */
record History(String about, String defaultBranch, List<Step> commits) {

  private static final YAMLMapper YAML = new YAMLMapper();

  History {
    commits = listOf(commits);
  }

  static History read(Path folder) throws IOException {
    return YAML.readValue(Files.readString(folder.resolve("history.yaml")), History.class);
  }

  /**
   * One commit.
   *
   * @param branch the branch that moves
   * @param from the branch this one starts from, given only in a branch's first commit
   * @param merge the branch that is merged, at its tip of that moment
   * @param author {@code Name <address>}; also the committer
   * @param date with offset; also the committer's
   * @param tag a lightweight tag for this commit
   * @param files a folder below {@code commits/} that holds exactly the files this commit writes
   * @param delete paths this commit removes
   * @param replace text replaced in files that are there already
   * @param links symbolic links: path to target
   * @param large files too big to keep as sources: path to what they consist of
   */
  record Step(
      String branch,
      @Nullable String from,
      @Nullable String merge,
      String author,
      String date,
      String message,
      @Nullable String tag,
      @Nullable String files,
      List<String> delete,
      List<Replacement> replace,
      Map<String, String> links,
      Map<String, Large> large) {

    Step {
      delete = listOf(delete);
      replace = listOf(replace);
      links = mapOf(links);
      large = mapOf(large);
    }

    OffsetDateTime when() {
      return OffsetDateTime.parse(date);
    }
  }

  /**
   * Every occurrence of a text in some files becomes another; a text that is not there is an error.
   */
  record Replacement(List<String> in, String from, String to) {}

  /** A file of some opening text and one line many times over. */
  record Large(String start, String line, int times) {

    String text() {
      return start + (line + "\n").repeat(times);
    }
  }

  // What a YAML file leaves out arrives as null.
  private static <T> List<T> listOf(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  private static <T> Map<String, T> mapOf(@Nullable Map<String, T> values) {
    return values == null ? Map.of() : Map.copyOf(values);
  }
}
