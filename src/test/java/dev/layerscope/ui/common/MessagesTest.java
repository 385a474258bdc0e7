package dev.layerscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern FXML = Pattern.compile("\"%([a-z.]+)\"");
  private static final Pattern TEXT = Pattern.compile("text\\(\\s*\"([a-z.]+)\"[,)]");
  private static final Pattern COUNT = Pattern.compile("count\\(\\s*\"([a-z.]+)\"");

  @Test
  void everyTextThatIsAskedForExists() throws IOException {
    var missing = new TreeSet<String>();
    collect("src/main/resources/dev/layerscope/ui", ".fxml", FXML, "", missing);
    collect("src/main/java/dev/layerscope/ui", ".java", TEXT, "", missing);
    collect("src/main/java/dev/layerscope/ui", ".java", COUNT, ".one", missing);
    collect("src/main/java/dev/layerscope/ui", ".java", COUNT, ".many", missing);
    assertThat(missing).as("keys without a line in messages.properties").isEmpty();
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    var seen = new TreeSet<String>();
    try (Stream<String> lines =
        Files.lines(Path.of("src/main/resources/dev/layerscope/ui/messages.properties"))) {
      assertThat(
              lines
                  .filter(line -> line.contains("=") && !line.startsWith("#"))
                  .map(line -> line.substring(0, line.indexOf('=')))
                  .filter(key -> !seen.add(key)))
          .isEmpty();
    }
  }

  @Test
  void oneAndManyAreSaidRight() {
    assertThat(Messages.count("count.errors", 1)).isEqualTo("1 error");
    assertThat(Messages.count("count.errors", 1200)).isEqualTo("1,200 errors");
  }

  private static void collect(
      String root, String suffix, Pattern pattern, String ending, Set<String> missing)
      throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
        Matcher m = pattern.matcher(Files.readString(file));
        while (m.find()) {
          if (!Messages.bundle().containsKey(m.group(1) + ending)) {
            missing.add(file.getFileName() + ": " + m.group(1) + ending);
          }
        }
      }
    }
  }
}
