package dev.layerscope.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoPatternTest {
  @Test
  void whatMakesOthersTryForEverEndsAtOnce() {
    String text = "a".repeat(5000) + "!";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String pattern :
              List.of("^(a+)+$", "^(a|aa)+$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]$")) {
            assertThat(GoPattern.compile(pattern).find(text)).isFalse();
          }
        });
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a\\1, invalid escape sequence: `\\1`",
        "(?=a), invalid or unsupported Perl syntax: `(?=`",
        "[a-, missing closing ]: `[a-`",
        "a++, invalid nested repetition operator: `++`",
        "a{1001}, invalid repeat count: `{1001}`",
        "(a{100}){100}, invalid repeat count: `{100}`",
        "((a{11}b){2}){50}, invalid repeat count: `{50}`"
      })
  void whatGoRefusesIsRefusedInItsWords(String pattern, String words) {
    assertThatThrownBy(() -> GoPattern.compile(pattern))
        .isInstanceOf(GoPattern.InvalidPatternException.class)
        .hasMessage(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a{10}){100}",
        "[{]{900}a{900}",
        "\\{9999}",
        "[]a{2000}]b",
        "a{,5000}",
        "(?P<n>a)"
      })
  void whatGoTakesIsTaken(String pattern) throws Exception {
    assertThat(GoPattern.compile(pattern).find("nothing of this")).isFalse();
  }

  @Test
  void groupsWithoutEndAreRefusedBeforeTheyOverflow() {
    String deep = "(".repeat(4000) + "a" + ")".repeat(4000);
    assertThatThrownBy(() -> GoPattern.compile(deep)).hasMessage("expression nests too deeply");
    assertThatThrownBy(() -> GoPattern.compile("a".repeat(10_001)))
        .hasMessage("expression too large");
    assertThatThrownBy(() -> GoPattern.compile("(\\pL{900})".repeat(100)))
        .hasMessage("expression too large");
  }

  @Test
  void aTextItCannotAffordIsLeftAlone() throws Exception {
    GoPattern wide = GoPattern.compile("(a{900}b{900}c{900}){1}".repeat(6));
    String text = "a".repeat(1_000_000);
    assertThat(wide.affords(text)).isFalse();
    assertThat(wide.find(text)).isFalse();
    assertThat(wide.all(text)).isEmpty();
  }

  @Test
  void matchesAreFoundFromLeftToRightAndReplaced() throws Exception {
    GoPattern pattern = GoPattern.compile("(\\w)-(\\w)");
    assertThat(pattern.all("a-b c-d").stream().map(m -> m.of("a-b c-d")).toList())
        .containsExactly("a-b", "c-d");
    assertThat(pattern.replaceAll("a-b c-d", "$2$1")).isEqualTo("ba dc");
    assertThat(pattern.replaceAll("a-b", GoPattern.literal("$2"))).isEqualTo("$2");
  }
}
