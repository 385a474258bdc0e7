package dev.layerscope.glob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
  @ParameterizedTest
  @CsvSource({
    "*, a, true",
    "*, a/b, false",
    "a?c, abc, true",
    "a?c, a/c, false",
    "[a-c]x, bx, true",
    "[^a-c]x, bx, false",
    "[^a-c]x, dx, true",
    "a\\*, a*, true",
    "a\\*, ab, false",
    "[\\]], ], true",
    "**, a/b, false"
  })
  void goMatchesWithinOneSegment(String pattern, String text, boolean expected) {
    assertThat(PathMatch.matches(pattern, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[]a]", "[a", "a\\", "[b-a]", "[-a]"})
  void goRefusesWhatIsNoPattern(String pattern) {
    assertThat(PathMatch.compile(pattern)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a/**, a, true",
    "a/**, a/b/c, true",
    "a/**, ab, false",
    "**/x.yaml, x.yaml, true",
    "**/x.yaml, a/b/x.yaml, true",
    "**/x.yaml, ax.yaml, false",
    "a/**/z, a/z, true",
    "a/**/z, a/b/c/z, true",
    "a**/z, ab/z, true",
    "a**/z, a/b/z, false",
    "*.yaml, a/b.yaml, false",
    "[!a]*, b, true",
    "[^a]*, a, false"
  })
  void twoStarsAreAnyNumberOfSegments(String pattern, String path, boolean expected) {
    assertThat(Doublestar.compile(pattern).orElseThrow().matches(path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.yaml", "b/c.yaml"})
  void bracesAreAChoice(String path) {
    assertThat(Doublestar.compile("{a,b/*}.yaml").orElseThrow().matches(path)).isTrue();
    assertThat(Doublestar.compile("{a,b").isPresent()).as("left open").isFalse();
    assertThat(List.of(path)).noneMatch(Doublestar.compile("{x,y}.yaml").orElseThrow()::matches);
  }

  @Test
  void noPatternTakesForeverOrTooMuchRoom() {
    String text = "a".repeat(5_000);
    assertThat(GobwasGlob.compile("{*a,*a}".repeat(60) + "!").orElseThrow().matches(text))
        .isFalse();
    assertThat(Doublestar.compile("{*a,*a}".repeat(60) + "!").orElseThrow().matches(text))
        .isFalse();
    assertThat(PathMatch.matches("*a".repeat(200) + "!", text)).isFalse();
    assertThat(GobwasGlob.compile("{".repeat(100_000))).isEmpty();
    assertThat(Doublestar.compile("{".repeat(100_000) + "}".repeat(100_000))).isEmpty();
  }
}
