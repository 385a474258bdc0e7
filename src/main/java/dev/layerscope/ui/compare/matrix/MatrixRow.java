package dev.layerscope.ui.compare.matrix;

import dev.layerscope.export.MatrixDocument;
import java.util.Optional;

/** A row of the matrix. */
public sealed interface MatrixRow {
  /**
   * The heading of the rows below it.
   *
   * @param name of the layer, the repository or the team; empty for the top of all
   * @param rows how many Applications stand below it
   */
  record Group(MatrixGroup by, String name, int rows) implements MatrixRow {}

  /** One Application over all roots. */
  record OfApplication(MatrixDocument.Row of) implements MatrixRow {}

  /** One Application on one root. */
  record OfRoot(MatrixDocument.Row of, MatrixDocument.Line line) implements MatrixRow {}

  /** The Application it is about; a heading is about none. */
  default Optional<MatrixDocument.Row> row() {
    return switch (this) {
      case Group ignored -> Optional.empty();
      case OfApplication(MatrixDocument.Row row) -> Optional.of(row);
      case OfRoot(MatrixDocument.Row row, MatrixDocument.Line line) -> Optional.of(row);
    };
  }

  /** What tells it apart from every other row, whatever was read since. */
  default String key() {
    return switch (this) {
      case Group group -> group.by() + " " + group.name();
      case OfApplication(MatrixDocument.Row row) -> key(row);
      case OfRoot(MatrixDocument.Row row, MatrixDocument.Line line) -> key(row) + " " + line.root();
    };
  }

  private static String key(MatrixDocument.Row row) {
    return String.join("/", row.layer(), row.namespace(), row.kind(), row.name());
  }
}
