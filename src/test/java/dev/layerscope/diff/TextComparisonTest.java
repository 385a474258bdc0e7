package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.TextComparison;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextComparisonTest {
  @Test
  void changedLinesStandBesideEachOther() {
    List<AlignedLine> rows = TextComparison.align("a\nb\nc\n", "a\nB\nc\nd\n");
    assertThat(rows)
        .extracting(AlignedLine::kind)
        .containsExactly(
            AlignedLine.Kind.EQUAL,
            AlignedLine.Kind.CHANGED,
            AlignedLine.Kind.EQUAL,
            AlignedLine.Kind.ADDED);
    assertThat(rows.getLast().to().orElseThrow()).isEqualTo(new AlignedLine.Numbered(4, "d"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void eachSideReadFromTopToBottomIsTheText(long seed) {
    var random = new Random(seed);
    String from = text(random);
    String to = text(random);
    List<AlignedLine> rows = TextComparison.align(from, to);
    assertThat(rows.stream().flatMap(r -> r.from().stream()).map(AlignedLine.Numbered::text))
        .containsExactlyElementsOf(from.lines().toList());
    assertThat(rows.stream().flatMap(r -> r.to().stream()).map(AlignedLine.Numbered::number))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, to.lines().toList().size()).boxed().toList());
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(40))
        .mapToObj(i -> "line " + random.nextInt(6))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void lineEndsAreNotPartOfALine() {
    assertThat(TextComparison.sameLines("a\r\nb\r\n", "a\nb")).isTrue();
  }
}
