package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Comparison.ComparedApplication;
import dev.layerscope.operation.Comparison.ComparedRepository;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;

/** A row of the tree of differences: glyph or icon, name, what happened. */
final class CompareCell extends TreeCell<CompareRow> {
  private final WorkspaceViewModel workspace;

  CompareCell(WorkspaceViewModel workspace) {
    this.workspace = workspace;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(CompareRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setTooltip(null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    switch (row) {
      case CompareRow.Group(String title, int count) -> group(title, count);
      case CompareRow.OfApplication(ComparedApplication application) -> application(application);
      case CompareRow.OfResource(ResourceChange resource) ->
          show(
              Pieces.label(resource.key().kind(), "muted"),
              resource.key().name(),
              resource.change());
      case CompareRow.OfRepository(ComparedRepository repository) -> repository(repository);
      case CompareRow.OfFile file -> {
        show(Pieces.icon("fth-file-text", 13), file.file().path().value(), file.change());
        if (file.file() instanceof ChangedFile.Renamed renamed) {
          setTooltip(new Tooltip(renamed.before().path() + " → " + renamed.after().path()));
        }
      }
    }
  }

  private void group(String title, int count) {
    HBox row = Pieces.row(6);
    if (count == 0) {
      row.getChildren().add(new GlyphIcon(looks().of(title), false));
    }
    row.getChildren().add(Pieces.label(title, "strong"));
    if (count > 0) {
      row.getChildren().add(Pieces.label(Integer.toString(count), "count"));
    }
    setGraphic(row);
  }

  private LayerLooks looks() {
    return workspace.shown().get().map(WorkspaceViewModel.Shown::looks).orElse(LayerLooks.none());
  }

  private void application(ComparedApplication application) {
    HierarchyNode node = application.change().node();
    Change change =
        application.change().change() == Change.SAME
            ? Change.CHANGED
            : application.change().change();
    show(new GlyphIcon(looks().of(node), node.isResources()), node.label(), change);
    String roots = String.join(", ", application.change().roots());
    if (getGraphic() instanceof HBox row && !roots.equals(node.layer())) {
      Label where = Pieces.label(roots, "subtle", "caption");
      where.setMinWidth(0);
      row.getChildren().add(2, where);
    }
    setTooltip(
        new Tooltip(
            application
                .change()
                .reason()
                .orElse(Messages.text("compare.roots", node.kind().text(), roots))));
  }

  private void repository(ComparedRepository repository) {
    Label name = Pieces.label(repository.url().shortName(), "muted");
    HBox row = Pieces.row(6, Pieces.icon("mdi2s-source-repository", 14), name, Pieces.spring());
    row.getChildren()
        .add(
            Pieces.label(
                repository.unknown().isPresent()
                    ? "?"
                    : Integer.toString(repository.files().size()),
                "count"));
    repository.unknown().ifPresent(why -> setTooltip(new Tooltip(why)));
    setGraphic(row);
  }

  private void show(Node icon, String name, Change change) {
    Label label = Pieces.label(name);
    label.setMinWidth(20);
    label.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    Label sign = Pieces.label(sign(change), "strong", "diff-" + style(change));
    sign.setMinWidth(14);
    setGraphic(Pieces.row(6, icon, label, Pieces.spring(), sign));
    setAccessibleText(name + ", " + change.word());
  }

  private static String sign(Change change) {
    return switch (change) {
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> "≠";
      case MOVED -> "↳";
      case SAME -> "";
      case UNKNOWN -> "?";
    };
  }

  private static String style(Change change) {
    return change == Change.SAME || change == Change.UNKNOWN ? "unknown" : change.word();
  }
}
