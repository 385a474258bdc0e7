package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ManifestComparison;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every row of {@code docs/semantic-diff.md}. */
class SemanticDiffTest {
  record Row(String number, String rule, String kind, String from, String to, String differs) {
    @Override
    public String toString() {
      return number + " " + rule;
    }
  }

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(Path.of("docs/semantic-diff.md")).stream()
        .filter(line -> line.matches("\\| \\d+ \\|.*"))
        .map(line -> line.split(" \\| "))
        .map(cells ->
            new Row(
                cells[0].substring(2),
                cells[1],
                cells[2],
                code(cells[3]),
                code(cells[4]),
                cells[5].replaceFirst(" \\|$", "")));
  }

  private static String code(String cell) {
    return cell.strip().replaceAll("^`|`$", "");
  }

  private static Mapping object(Row row, String body) {
    String[] kind = row.kind().split(" ");
    Mapping root =
        (Mapping) ((Document.Content) YamlReader.read(body, Reading.ARGO).getFirst()).root();
    Mapping versioned = root.has("apiVersion") ? root : root.with("apiVersion", Scalar.of(kind[0]));
    return versioned.with("kind", Scalar.of(kind[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void differsAsTheTableSays(Row row) {
    List<FieldChange> changes =
        ManifestComparison.compare(object(row, row.from()), object(row, row.to()));
    String told =
        changes.isEmpty()
            ? "same"
            : String.join(
                "; ", changes.stream().map(c -> "`" + c.path() + "` " + c.kind().word()).toList());
    assertThat(told).isEqualTo(row.differs());
  }

  @ParameterizedTest(name = "{0}, the other way round")
  @MethodSource("rows")
  void whatIsSameOneWayIsSameTheOtherWay(Row row) {
    assertThat(ManifestComparison.compare(object(row, row.to()), object(row, row.from())).isEmpty())
        .isEqualTo(row.differs().equals("same"));
  }

  @Test
  void rowsAreNumberedWithoutGaps() throws IOException {
    List<String> numbers = new ArrayList<>();
    List<Row> rows = rows().toList();
    for (int i = 1; i <= rows.size(); i++) {
      numbers.add(Integer.toString(i));
    }
    assertThat(rows)
        .extracting(Row::number)
        .containsExactlyElementsOf(numbers)
        .hasSizeGreaterThan(50);
  }
}
