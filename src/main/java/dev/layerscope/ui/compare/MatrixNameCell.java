package dev.layerscope.ui.compare;

import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import javafx.scene.control.TreeTableCell;

/** The first cell of a row: glyph and layer, or the Application, or the root. */
final class MatrixNameCell extends TreeTableCell<MatrixRow, MatrixRow> {
  private final WorkspaceViewModel workspace;

  MatrixNameCell(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  @Override
  protected void updateItem(MatrixRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    LayerLooks looks =
        workspace.shown().get().map(WorkspaceViewModel.Shown::looks).orElse(LayerLooks.none());
    setGraphic(
        switch (row) {
          case MatrixRow.Layer(String name) ->
              Pieces.row(6, new GlyphIcon(looks.of(name), false), Pieces.label(name, "strong"));
          case MatrixRow.OfApplication(var of) ->
              Pieces.row(6, Pieces.icon("mdi2c-cube-outline", 14), Pieces.label(of.name()));
          case MatrixRow.OfRoot(var of, var line) ->
              Pieces.row(6, Pieces.label(line.root(), "muted"));
        });
  }
}
