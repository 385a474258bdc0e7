package dev.layerscope.ui.workspace;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Turns the hint at newer releases on and off, and says what the last question gave. */
final class ReleaseSettings extends VBox {
  ReleaseSettings(Releases releases) {
    super(6);
    var on = new CheckBox(Messages.text("releases.on"));
    on.setId("releasesOn");
    on.setSelected(releases.on());
    var repository = new TextField(releases.repository());
    repository.setId("releasesRepository");
    repository.setPromptText(Messages.text("releases.repository.prompt"));
    repository.setAccessibleText(Messages.text("releases.repository"));
    repository.setMaxWidth(520);
    repository.disableProperty().bind(on.selectedProperty().not());
    on.setOnAction(ignored -> releases.turn(on.isSelected()));
    repository.setOnAction(ignored -> releases.repository(repository.getText()));
    repository
        .focusedProperty()
        .addListener((ignored, before, now) -> {
          if (!now && !repository.getText().strip().equals(releases.repository())) {
            releases.repository(repository.getText());
          }
        });
    Label said = Pieces.label("", "muted");
    said.setWrapText(true);
    said.textProperty().bind(releases.said());
    said.visibleProperty().bind(releases.said().isNotEmpty());
    said.managedProperty().bind(said.visibleProperty());
    getChildren().setAll(on, repository, said);
  }
}
