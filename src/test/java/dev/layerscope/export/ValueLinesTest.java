package dev.layerscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.FieldChange;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueLinesTest {
  private static String text(int lines, int changedFrom) {
    return IntStream.rangeClosed(1, lines)
        .mapToObj(i -> "key" + i + ": " + (i >= changedFrom ? "new" : "old"))
        .collect(Collectors.joining("\\n", "\"", "\""));
  }

  private static FieldChange field(String from, String to) {
    return new FieldChange("data.probe", Optional.of(from), Optional.of(to));
  }

  @Test
  void everyLineThatDiffersIsShownWhereverItIs() {
    String from = text(200, 201);
    String to = from.replace("key2: old", "key2: x").replace("key150: old", "key150: y");
    ValueLines lines = ValueLines.of(field(from, to)).orElseThrow();
    assertThat(lines.words()).isEqualTo("2 of 200 lines differ");
    assertThat(lines.lines())
        .containsExactly(
            "-    2  key2: old", "+    2  key2: x", "-  150  key150: old", "+  150  key150: y");
    assertThat(lines.rest()).isEmpty();
  }

  @Test
  void linesBelowEachOtherAreToldTogetherAndVeryManyAreCounted() {
    ValueLines lines = ValueLines.of(field(text(100, 101), text(100, 51))).orElseThrow();
    assertThat(lines.lines()).hasSize(32).startsWith("-   51  key51: old", "-   52  key52: old");
    assertThat(lines.rest()).hasValue("and 34 more lines");
  }

  @Test
  void valuesOfOneLineStandBesideEachOther() {
    assertThat(ValueLines.of(field("\"a\"", "\"b\""))).isEmpty();
    assertThat(ValueLines.of(field("\"a\\n\"", "\"b\\n\""))).isEmpty();
    assertThat(ValueLines.of(field("1", "{\"a\": 1}"))).isEmpty();
  }

  @Test
  void ofALongLineThatDiffersTwiceTheSecondPlaceIsHintedAt() {
    String middle = "x".repeat(2_000);
    BriefValues values =
        BriefValues.of(field("\"one" + middle + "one\"", "\"two" + middle + "two\""));
    assertThat(values.to()).startsWith("\"two").endsWith("(2008 characters, differs further on)");
    BriefValues once = BriefValues.of(field("\"one" + middle + "\"", "\"two" + middle + "\""));
    assertThat(once.to()).endsWith("(2005 characters)");
  }
}
