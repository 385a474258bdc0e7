package dev.layerscope.ui.compare.matrix;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.export.picture.LayerLooks;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows of the matrix are shown.
 *
 * @param words all of which a row must have; {@code layer:}, {@code repo:}, {@code team:} and
 *     {@code root:} before a word say where
 * @param onlyWhatDiffers whether equal rows are left out
 */
record MatrixFilter(String words, boolean onlyWhatDiffers) {

  /** The rows that are shown, in their order. */
  MatrixDocument of(MatrixDocument matrix, LayerLooks looks) {
    List<String> wanted =
        Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).filter(w -> !w.isEmpty()).toList();
    return matrix.with(
        matrix.rows().stream()
            .filter(row -> !onlyWhatDiffers || row.differs())
            .filter(row -> wanted.stream().allMatch(word -> has(row, word, looks)))
            .toList());
  }

  private static boolean has(MatrixDocument.Row row, String word, LayerLooks looks) {
    int colon = word.indexOf(':');
    String what = word.substring(colon + 1);
    return switch (colon < 0 ? "" : word.substring(0, colon)) {
      case "layer" -> in(row.layer(), what);
      case "repo", "repository" -> in(row.repository(), what);
      case "team" -> MatrixGroup.isTeams(row, looks) && in(MatrixGroup.repository(row), what);
      case "root" -> row.lines().stream().anyMatch(line -> in(line.root(), what));
      default -> in(everything(row), word);
    };
  }

  private static String everything(MatrixDocument.Row row) {
    Stream<String> names =
        Stream.of(row.name(), row.kind(), row.namespace(), row.layer(), row.repository());
    Stream<String> lines =
        row.lines().stream()
            .flatMap(line ->
                Stream.concat(
                    Stream.of(line.root()),
                    line.cells().stream()
                        .flatMap(cell -> Stream.of(cell.says(), cell.revision(), cell.reason()))));
    return Stream.concat(names, lines).collect(Collectors.joining("\n"));
  }

  private static boolean in(String text, String word) {
    return text.toLowerCase(Locale.ROOT).contains(word);
  }
}
