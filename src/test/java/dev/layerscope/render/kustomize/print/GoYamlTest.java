package dev.layerscope.render.kustomize.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Scalar;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The right column is what {@code kubectl kustomize} prints. */
class GoYamlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|plain",
        "a:b|a:b",
        "ab:|'ab:'",
        "a #b|'a #b'",
        "-a|-a",
        "- a|'- a'",
        "it's: x|'it''s: x'",
        "it's|it's",
        "yes|\"yes\"",
        "012|\"012\"",
        "12:30:45|\"12:30:45\"",
        "2023-11-01|\"2023-11-01\"",
        ".inf|\".inf\"",
        "~|\"~\"",
        "{{ .Values.x }}|'{{ .Values.x }}'",
        "größe|größe",
        "%a|'%a'",
        "--- a|'--- a'",
        "=|=",
      })
  void aTextHasQuotesOnlyWhereItNeedsThem(String text, String written) {
    assertThat(print(text)).isEqualTo("k: " + written + "\n");
  }

  @Test
  void anEmptyTextIsNoNull() {
    assertThat(print("")).isEqualTo("k: \"\"\n");
  }

  @Test
  void linesStandBehindABar() {
    assertThat(print("a\nb\n")).isEqualTo("k: |\n  a\n  b\n");
    assertThat(print("a\nb")).isEqualTo("k: |-\n  a\n  b\n");
    assertThat(print("a\n\n")).isEqualTo("k: |+\n  a\n\n");
    assertThat(print("\na\n")).isEqualTo("k: |2\n\n  a\n");
    assertThat(print("a \nb\n")).isEqualTo("k: \"a \\nb\\n\"\n");
    assertThat(print("a\tb\n")).isEqualTo("k: \"a\\tb\\n\"\n");
  }

  @Test
  void longLinesAreFoldedAtABlankBehindTheEightiethColumn() {
    assertThat(print("word ".repeat(20).strip()))
        .isEqualTo("k: " + "word ".repeat(16).strip() + "\n  " + "word ".repeat(4).strip() + "\n");
  }

  @Test
  void aLongWordIsNotFolded() {
    assertThat(print("x".repeat(200))).isEqualTo("k: " + "x".repeat(200) + "\n");
  }

  @Test
  void numbersInKeysAreSortedByValue() {
    Map<String, Scalar> keys =
        Map.of(
            "a10",
            Scalar.of("x"),
            "a9",
            Scalar.of("x"),
            "A_B",
            Scalar.of("x"),
            "AB",
            Scalar.of("x"));
    assertThat(GoYaml.print(Mapping.of(keys))).isEqualTo("A_B: x\nAB: x\na9: x\na10: x\n");
  }

  private static String print(String text) {
    return GoYaml.print(Mapping.of(Map.of("k", Scalar.of(text))));
  }
}
