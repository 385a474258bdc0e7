package dev.layerscope.ui.compare.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.export.MatrixDocument.Cell;
import dev.layerscope.export.MatrixDocument.Line;
import dev.layerscope.export.MatrixDocument.Relation;
import dev.layerscope.export.MatrixDocument.Row;
import dev.layerscope.export.MatrixDocument.State;
import dev.layerscope.export.picture.LayerLooks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixFilterTest {
  private static final MatrixDocument MATRIX =
      new MatrixDocument(
          "w",
          List.of(),
          List.of(
              row("baseline", "baseline-deps", "platform/baseline", "east", Relation.EQUAL),
              row("baseline", "monitoring", "platform/monitoring", "west", Relation.DIFFERS),
              row("team", "shop", "teams/shop", "east", Relation.UNKNOWN)),
          Map.of());

  private static Row row(
      String layer, String name, String repository, String root, Relation relation) {
    var cell =
        new Cell(
            State.PRESENT, relation, "1.2.3", "abc", List.of(), 1, 0, 0, 0, 0, 0, List.of(), "");
    return new Row(
        layer,
        "argocd",
        "Application",
        name,
        "https://git.example.com/" + repository + ".git",
        List.of(new Line(root, List.of(cell))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "'' | false | baseline-deps monitoring shop",
        "'' | true | monitoring shop",
        "MONI | false | monitoring",
        "layer:base | false | baseline-deps monitoring",
        "repo:teams/ | false | shop",
        "root:east 1.2 | false | baseline-deps shop",
        "root:east shop | true | shop",
        "nowhere | false | ''",
        "colour:red | false | ''"
      })
  void everyWordNarrowsWhatIsShown(String words, boolean only, String shown) {
    var filter = new MatrixFilter(words, only);
    assertThat(String.join(" ", names(filter))).isEqualTo(shown);
  }

  private static List<String> names(MatrixFilter filter) {
    return filter.of(MATRIX, LayerLooks.none()).rows().stream().map(Row::name).toList();
  }

  @Test
  void rowsAreGroupedByRepositoryAndThoseWithoutOneAreTogether() {
    Row none = new Row("baseline", "argocd", "Application", "x", "", List.of());
    assertThat(MatrixGroup.REPOSITORY.of(MATRIX.rows().getFirst(), LayerLooks.none()))
        .isEqualTo("baseline");
    assertThat(MatrixGroup.REPOSITORY.of(none, LayerLooks.none())).isEqualTo("no repository");
  }
}
