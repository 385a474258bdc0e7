package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command that a page shows is one the program understands. */
class DocumentedCommandsTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static Stream<String> commands() throws IOException {
    try (Stream<Path> pages = Files.walk(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), pages)
          .filter(page -> page.toString().endsWith(".md") && !page.endsWith("commands.md"))
          .filter(page -> !page.toString().contains("decisions"))
          .flatMap(page -> commands(page).stream())
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandOfThePagesIsUnderstood(String command) {
    List<String> words = words(command.replaceFirst("^layerscope\\s+", ""));
    if (!CommandLineFace.isCommand(words)) {
      return; // the window's
    }
    assertThatCode(() -> CommandLineFace.commandLine().parseArgs(words.toArray(new String[0])))
        .doesNotThrowAnyException();
  }

  /** Lines of fenced blocks that start with the program's name, continued lines joined. */
  private static List<String> commands(Path page) {
    try {
      var found = new ArrayList<String>();
      boolean fenced = false;
      for (String line : Files.readString(page).replaceAll("\\\\\n\\s*", "").lines().toList()) {
        if (line.startsWith("```")) {
          fenced = !fenced;
        } else if (fenced && line.strip().startsWith("layerscope ")) {
          found.add(line.strip().replaceFirst("\\s+#.*$", ""));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words;
  }
}
