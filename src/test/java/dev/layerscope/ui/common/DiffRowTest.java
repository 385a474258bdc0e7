package dev.layerscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffRowTest {
  @Test
  void equalLinesFarFromADifferenceAreFolded() {
    String before = lines(1, 20);
    String after = before.replace("line 10", "line ten");

    List<DiffRow> rows = DiffRow.of(before, after);

    assertThat(rows.getFirst()).isInstanceOf(DiffRow.Fold.class);
    assertThat(rows.getLast()).isInstanceOf(DiffRow.Fold.class);
    assertThat(rows.stream().filter(DiffRow.Pair.class::isInstance)).hasSize(7);
  }

  @Test
  void aYamlLineIsTheSumOfItsPieces() {
    for (String line :
        List.of(
            "a: 1",
            "  - name: x # why",
            "# all of it",
            "",
            "key:",
            "- \"q: r\": true",
            "text only")) {
      String joined =
          YamlColors.of(line).stream().map(YamlColors.Piece::text).collect(Collectors.joining());
      assertThat(joined).isEqualTo(line);
    }
  }

  private static String lines(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> "line " + i)
        .collect(Collectors.joining("\n"));
  }
}
