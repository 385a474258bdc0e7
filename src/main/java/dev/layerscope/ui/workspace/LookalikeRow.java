package dev.layerscope.ui.workspace;

import dev.layerscope.operation.discovery.Lookalike;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Two addresses that may be one repository, and the button that says they are. */
final class LookalikeRow extends VBox {
  LookalikeRow(Lookalike pair, Runnable merge) {
    getStyleClass().add("found-row");
    var one = new Button(Messages.text("lookalike.merge"));
    one.setMinWidth(USE_PREF_SIZE);
    one.setOnAction(ignored -> merge.run());
    Label text =
        Pieces.label(Messages.text("lookalike.text", pair.one().display(), pair.other().display()));
    text.setWrapText(true);
    HBox line = Pieces.row(10, Pieces.icon("fth-copy", 16), text, Pieces.spring(), one);
    line.setMinHeight(44);
    getChildren().setAll(line);
  }
}
