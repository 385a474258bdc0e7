package dev.layerscope.ui.hierarchy;

import dev.layerscope.operation.place.Unreached;
import dev.layerscope.operation.settings.AddRoot;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Lists what repositories declare and no root reaches: normal, and now and then forgotten. */
final class UnreachedDialog extends Dialog<ButtonType> {
  private final WorkspaceViewModel workspace;
  private final ListView<Unreached.One> list = new ListView<>();

  UnreachedDialog(WorkspaceViewModel workspace, Window owner) {
    this.workspace = workspace;
    initOwner(owner);
    initModality(Modality.NONE);
    setResizable(true);
    setTitle(Messages.text("unreached.title"));
    setHeaderText(Messages.text("unreached.looking"));
    list.setId("unreached");
    list.setFixedCellSize(44);
    list.setPrefSize(620, 360);
    list.setAccessibleText(Messages.text("unreached.title"));
    list.setPlaceholder(Pieces.label(Messages.text("unreached.none"), "muted"));
    list.setCellFactory(ignored -> new GraphicCell<>(this::row));
    getDialogPane().setContent(list);
    var copy = new ButtonType(Messages.text("radius.copy"), ButtonData.LEFT);
    var root = new ButtonType(Messages.text("unreached.root"), ButtonData.OTHER);
    getDialogPane().getButtonTypes().setAll(copy, root, ButtonType.CLOSE);
    getDialogPane()
        .lookupButton(root)
        .disableProperty()
        .bind(list.getSelectionModel().selectedItemProperty().isNull());
    getDialogPane().lookupButton(copy).disableProperty().bind(Bindings.isEmpty(list.getItems()));
    setResultConverter(button -> {
      if (copy.equals(button)) {
        CodeList.copy(text());
      } else if (root.equals(button)) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::makeRoot);
      }
      return button;
    });
  }

  /** Looks through the repositories and shows what is found. */
  void look() {
    workspace
        .shown()
        .get()
        .ifPresent(shown -> {
          show();
          workspace
              .background()
              .ask(
                  "unreached",
                  Messages.text("unreached.looking"),
                  progress ->
                      Unreached.of(shown.opened(), shown.selection(), shown.hierarchy(), progress),
                  found -> {
                    list.getItems().setAll(found);
                    setHeaderText(Messages.count("unreached.found", found.size()));
                  },
                  error -> workspace.fail(error, this::look));
        });
  }

  /** Adds it to the roots of the workspace file, and draws it. */
  private void makeRoot(Unreached.One one) {
    workspace
        .opened()
        .get()
        .ifPresent(open ->
            workspace
                .background()
                .ask(
                    "unreached",
                    Messages.text("unreached.rooting", one.name()),
                    progress -> AddRoot.add(open.workspace(), one),
                    name -> workspace.openAgain(),
                    error -> workspace.fail(error, () -> makeRoot(one))));
  }

  private Node row(Unreached.One one) {
    Label name = Pieces.label(one.name(), "strong");
    Label kind = Pieces.label(one.kind(), "chip");
    kind.setMinWidth(Label.USE_PREF_SIZE);
    var place = new PlaceLinks(workspace).file(one.place());
    return new VBox(0, Pieces.row(8, name, kind), Pieces.row(0, place));
  }

  private String text() {
    return list.getItems().stream()
        .map(one -> one.kind() + " " + one.name() + "  " + FindingRow.place(one.place()) + "\n")
        .collect(Collectors.joining());
  }
}
