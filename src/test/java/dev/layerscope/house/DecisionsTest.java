package dev.layerscope.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision is one page that names the test which keeps it, and that test exists. */
class DecisionsTest {

  private static final Path FOLDER = Path.of("docs", "decisions");
  private static final Pattern NAME = Pattern.compile("\\d{4}(-[a-z0-9]+)+\\.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  static List<Path> decisions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> !f.endsWith("README.md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void aDecisionIsOnePageWithItsReasonAndItsPrice(Path decision) throws IOException {
    assertThat(decision.getFileName().toString()).matches(NAME);
    assertThat(Files.readString(decision))
        .contains("**Context.**", "**Decision.**", "**Consequences.**", "**Kept by**");
    assertThat(Files.readAllLines(decision)).as("one page").hasSizeLessThan(70);
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void theTestThatKeepsADecisionExists(Path decision) throws IOException {
    String text = Files.readString(decision);
    Map<String, Path> tests = testsByName();
    var named = TEST.matcher(text.substring(Math.max(0, text.indexOf("**Kept by**"))));
    while (named.find()) {
      Path test = tests.get(named.group(1));
      assertThat(test).as("%s, named by %s", named.group(1), decision).isNotNull();
      if (named.group(2) != null) {
        assertThat(Files.readString(test)).containsPattern("\\b" + named.group(2) + "\\b");
      }
    }
  }

  @Test
  void noTwoDecisionsShareANumber() throws IOException {
    assertThat(decisions())
        .extracting(f -> f.getFileName().toString().substring(0, 4))
        .doesNotHaveDuplicates();
  }

  private static Map<String, Path> testsByName() {
    try (Stream<Path> walk = Files.walk(Path.of("src", "test", "java"))) {
      return walk.filter(f -> f.toString().endsWith("Test.java"))
          .collect(
              Collectors.toMap(
                  f -> f.getFileName().toString().replace(".java", ""), f -> f, (a, b) -> a));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
