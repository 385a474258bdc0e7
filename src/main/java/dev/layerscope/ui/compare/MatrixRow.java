package dev.layerscope.ui.compare;

import dev.layerscope.export.MatrixDocument;

/** A row of the matrix. */
public sealed interface MatrixRow {
  /** The heading of a layer. */
  record Layer(String name) implements MatrixRow {}

  /** One Application over all roots. */
  record OfApplication(MatrixDocument.Row row) implements MatrixRow {}

  /** One Application on one root. */
  record OfRoot(MatrixDocument.Row row, MatrixDocument.Line line) implements MatrixRow {}
}
