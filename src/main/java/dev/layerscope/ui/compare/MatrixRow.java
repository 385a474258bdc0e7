package dev.layerscope.ui.compare;

import dev.layerscope.export.MatrixDocument;
import java.util.Optional;

/** A row of the matrix. */
public sealed interface MatrixRow {
  /** The heading of a layer. */
  record Layer(String name) implements MatrixRow {}

  /** One Application over all roots. */
  record OfApplication(MatrixDocument.Row of) implements MatrixRow {}

  /** One Application on one root. */
  record OfRoot(MatrixDocument.Row of, MatrixDocument.Line line) implements MatrixRow {}

  /** The Application it is about; a heading is about none. */
  default Optional<MatrixDocument.Row> row() {
    return switch (this) {
      case Layer ignored -> Optional.empty();
      case OfApplication(MatrixDocument.Row row) -> Optional.of(row);
      case OfRoot(MatrixDocument.Row row, MatrixDocument.Line line) -> Optional.of(row);
    };
  }
}
