package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.LineEnds;
import dev.layerscope.diff.text.TextComparison;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @Test
  void whatIsRareHoldsTogetherAndClosingLinesPullNothingApart() {
    String from = "a:\n  x: 1\n}\nb:\n  y: 1\n}\n";
    String to = "a:\n  x: 1\n}\nnew:\n  z: 1\n}\nb:\n  y: 1\n}\n";
    List<AlignedLine> rows = TextComparison.align(from, to);
    assertThat(rows)
        .filteredOn(row -> row.kind() != AlignedLine.Kind.EQUAL)
        .extracting(AlignedLine::kind)
        .containsOnly(AlignedLine.Kind.ADDED)
        .hasSize(3);
  }

  @Test
  void aHundredThousandGeneratedLinesAreCompared() {
    String from = numbered(100_000, i -> "  - item " + i);
    String to = numbered(100_000, i -> "  - item " + (i % 1_000 == 7 ? i + " changed" : i));
    assertThat(TextComparison.align(from, to))
        .filteredOn(row -> row.kind() == AlignedLine.Kind.CHANGED)
        .hasSize(100);
  }

  @Test
  void twoLongTextsThatHaveNothingButCommonLinesInCommonEndInTime() {
    String from = numbered(30_000, i -> "x" + i % 7);
    String to = numbered(30_000, i -> "x" + i % 5);
    List<AlignedLine> rows = TextComparison.align(from, to);
    assertThat(rows.stream().flatMap(r -> r.from().stream())).hasSize(30_000);
    assertThat(rows.stream().flatMap(r -> r.to().stream())).hasSize(30_000);
  }

  private static String numbered(int count, java.util.function.IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "'a\\r\\nb\\r\\n','a\\nb\\n',line ends differ: CRLF became LF",
    "'a\\nb','a\\nb\\n',the last line has got its line break",
    "'a\\nb\\n','a\\nb',the last line has lost its line break",
    "'a\\nb\\r\\n','a\\r\\nb\\n',the same lines end differently",
  })
  void whatNoLineShowsIsSaid(String from, String to, String words) {
    assertThat(LineEnds.differences(plain(from), plain(to))).containsExactly(words);
  }

  private static String plain(String escaped) {
    return escaped.replace("\\r", "\r").replace("\\n", "\n");
  }
}
