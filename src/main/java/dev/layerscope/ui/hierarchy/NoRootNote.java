package dev.layerscope.ui.hierarchy;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says over the empty picture that the workspace has no root yet, and leads to one. */
final class NoRootNote extends VBox {
  private final WorkspaceViewModel workspace;

  /**
   * @param choose lists what could be one
   */
  NoRootNote(WorkspaceViewModel workspace, Runnable choose) {
    super(12);
    this.workspace = workspace;
    setId("noRoot");
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label words = Pieces.label(Messages.text("graph.noroots"), "empty-note");
    words.setWrapText(true);
    words.setMaxWidth(420);
    var button = new Button(Messages.text("graph.noroots.choose"));
    button.getStyleClass().add("primary");
    button.setOnAction(ignored -> choose.run());
    getChildren().setAll(words, button);
    workspace.shown().addListener(ignored -> show());
    show();
  }

  private void show() {
    setVisible(
        workspace.shown().get().filter(now -> now.hierarchy().roots().isEmpty()).isPresent());
  }
}
