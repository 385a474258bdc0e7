package dev.layerscope.ui.workspace;

import dev.layerscope.operation.discovery.Start;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** Where a person types or pastes the repositories to look at together. */
final class ListForm extends VBox {
  private final TextArea lines = new TextArea();
  private final Button add = new Button(Messages.text("discover.local.add"));

  /**
   * @param typed called when the list is another one
   */
  ListForm(Runnable typed) {
    super(6);
    lines.setId("lines");
    lines.setPrefRowCount(5);
    getStyleClass().add("form-row");
    add.setGraphic(Pieces.icon("fth-folder-plus", 14));
    add.setOnAction(ignored -> addFolder());
    lines.textProperty().addListener(ignored -> typed.run());
    getChildren().setAll(lines, add);
  }

  /**
   * @param local whether folders of this machine are asked for rather than addresses
   */
  void ask(boolean local) {
    String prompt = local ? "discover.local" : "discover.list";
    lines.setPromptText(Messages.text(prompt + ".prompt"));
    lines.setAccessibleText(Messages.text(prompt + ".text"));
    lines.requestFocus();
  }

  /** What is listed; empty for nothing. */
  Optional<Start> start() {
    return Optional.of(lines.getText()).filter(text -> !text.isBlank()).map(Start.Listed::new);
  }

  private void addFolder() {
    var chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("discover.local.add"));
    Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
        .ifPresent(folder -> {
          String before = lines.getText().stripTrailing();
          lines.setText((before.isEmpty() ? "" : before + "\n") + folder + "\n");
        });
  }
}
