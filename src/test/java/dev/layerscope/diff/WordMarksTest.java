package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.text.WordMarks;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordMarksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image: api:2.13.4 | image: api:2.14.0 | 2.13.4 | 2.14.0",
        "value: info | value: debug | info | debug",
        "path: /health | path: /ready | health | ready",
        "a: 1 | a: 12 | 1 | 12",
        "host: x | host: x.example | x | x.example",
        "a b c | a b c | '' | ''",
      })
  void wordsAreMarkedAndNotTheirHalves(String from, String to, String left, String right) {
    WordMarks marks = WordMarks.between(from, to);
    assertThat(words(from, marks.from())).isEqualTo(left);
    assertThat(words(to, marks.to())).isEqualTo(right);
  }

  @Test
  void aVeryLongLineIsMarkedBetweenItsCommonEnds() {
    String line = "x".repeat(500_000);
    WordMarks marks = WordMarks.between("a" + line + "b", "a" + line + line + "b");
    assertThat(marks.from()).isEmpty();
    assertThat(marks.to()).hasSize(1);
    assertThat(marks.to().getFirst().end() - marks.to().getFirst().start()).isEqualTo(500_000);
  }

  @Test
  void ofALongLineOnlyTheWordsThatDifferAreMarked() {
    String middle = " and ".repeat(300);
    assertThat(
            words(
                "a" + middle + "b",
                WordMarks.between("a" + middle + "b", "x" + middle + "y").from()))
        .isEqualTo("a,b");
  }

  @Test
  void ofAWordAsLongAsDataOnlyWhatDiffersIsMarked() {
    String data = "x".repeat(6_000);
    assertThat(words(data + "yy", WordMarks.between(data + "yy", data + "zz").from()))
        .isEqualTo("yy");
  }

  private static String words(String text, List<WordMarks.Mark> marks) {
    return marks.stream()
        .map(mark -> text.substring(mark.start(), mark.end()))
        .collect(Collectors.joining(","));
  }
}
