package dev.layerscope.ui.workspace;

import dev.layerscope.git.clones.KeptClone;
import dev.layerscope.git.clones.KeptClones;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The managed clones of all workspaces with their sizes; those not in use here can be removed. */
final class CloneList extends VBox {
  private final WorkspaceViewModel workspace;
  private final Label total = Pieces.label("", "muted");
  private final VBox rows = new VBox();

  CloneList(WorkspaceViewModel workspace) {
    super(8);
    this.workspace = workspace;
    rows.getStyleClass().add("found-list");
    getChildren().setAll(total, rows);
  }

  /** Looks at the disk. */
  void refresh() {
    var clones = new KeptClones(workspace.clones());
    workspace
        .background()
        .ask(
            "clones",
            Messages.text("clones.looking"),
            progress -> clones.all(),
            this::show,
            error -> workspace.fail(error, this::refresh));
  }

  private void show(List<KeptClone> all) {
    long bytes = all.stream().mapToLong(KeptClone::bytes).sum();
    total.setText(Messages.text("clones.total", all.size(), Sizes.text(bytes), workspace.clones()));
    var shown = new ArrayList<Node>();
    all.forEach(clone -> shown.add(row(clone)));
    rows.getChildren().setAll(shown);
  }

  private Node row(KeptClone clone) {
    boolean used =
        workspace
            .opened()
            .get()
            .map(Opened::workspace)
            .filter(w -> w.repositories().stream().anyMatch(r -> clone.isOf(r.url())))
            .isPresent();
    var remove = new Button(Messages.text("clones.remove"));
    remove.getStyleClass().add("quiet");
    remove.setMinWidth(Region.USE_PREF_SIZE);
    remove.setAccessibleText(Messages.text("clones.remove.named", clone.remote()));
    remove.setDisable(used || clone.unpushed());
    remove.setOnAction(ignored -> remove(clone));
    String key = clone.unpushed() ? "clones.unpushed" : used ? "clones.used" : "clones.free";
    var name = Pieces.label(clone.remote().isEmpty() ? clone.name() : clone.remote(), "strong");
    name.setMinWidth(0);
    Label state =
        Pieces.label(
            Messages.text(
                key, Sizes.text(clone.bytes()), Ages.text(clone.fetchedAt(), Instant.now())),
            "muted");
    state.setMinWidth(Region.USE_PREF_SIZE);
    var row = Pieces.row(10, name, Pieces.spring(), state, remove);
    row.getStyleClass().add("found-row");
    return row;
  }

  private void remove(KeptClone clone) {
    var clones = new KeptClones(workspace.clones());
    workspace
        .background()
        .ask(
            "clones",
            Messages.text("clones.removing", clone.name()),
            progress -> {
              clones.remove(clone, progress);
              return clones.all();
            },
            this::show,
            error -> workspace.fail(error, () -> remove(clone)));
  }
}
