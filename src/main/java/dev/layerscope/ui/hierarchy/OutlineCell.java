package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Pieces;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;

/** A row of the outline: glyph and name, then findings and the count below. */
final class OutlineCell extends TreeTableCell<OutlineRow, OutlineRow> {
  private final HierarchyViewModel model;

  OutlineCell(HierarchyViewModel model) {
    this.model = model;
  }

  @Override
  protected void updateItem(OutlineRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    switch (row) {
      case OutlineRow.Top() -> setGraphic(null);
      case OutlineRow.OfRoot(ResolvedRoot root, int reached) -> root(root, reached);
      case OutlineRow.OfNode(TreePicture picture, int at) -> node(picture, at);
    }
  }

  private void root(ResolvedRoot root, int reached) {
    LayerLook look =
        root.unknown().isPresent()
            ? new LayerLook(root.name(), LayerLook.UNASSIGNED)
            : new LayerLook(root.name(), 5);
    Label name = Pieces.label(root.name(), "strong");
    HBox row = Pieces.row(6, new GlyphIcon(look, false), name, Pieces.spring());
    badges(row, root.findings());
    row.getChildren()
        .add(Pieces.label(root.unknown().isPresent() ? "?" : Integer.toString(reached), "count"));
    setGraphic(row);
    setAccessibleText(root.name() + root.unknown().map(why -> ", " + why).orElse(", " + reached));
  }

  private void node(TreePicture picture, int at) {
    HierarchyNode node = picture.node(at);
    Label name = Pieces.label(node.label(), "outline-name");
    name.setMinWidth(20);
    if (model.search().found().get().isOn() && hit(node)) {
      name.getStyleClass().add("match");
    }
    if (node.unresolved().isPresent()) {
      name.getStyleClass().add("unresolved");
    }
    HBox row =
        Pieces.row(
            6, new GlyphIcon(model.looks().of(node), node.isResources()), name, Pieces.spring());
    boolean closed = picture.below(at) > 0 && !model.isOpen(node.id());
    // A closed row answers for what it hides.
    badge(
        row,
        node.count(Severity.ERROR) + (closed ? picture.errorsBelow(at) : 0),
        Severity.ERROR,
        "error");
    badge(
        row,
        node.count(Severity.WARNING) + (closed ? picture.warningsBelow(at) : 0),
        Severity.WARNING,
        "warning");
    if (node.unresolved().isPresent()) {
      row.getChildren().add(Pieces.label("?", "muted", "caption"));
    } else if (closed) {
      row.getChildren().add(Pieces.label(Integer.toString(picture.below(at)), "count"));
    }
    Mark mark = model.marks().get(node.id());
    if (mark != null) {
      row.getChildren().add(ModeRow.tile(mark));
    }
    setGraphic(row);
    String differs = mark == null ? "" : ", " + model.notes().getOrDefault(node.id(), mark.sign());
    setAccessibleText(Speech.of(model, node) + differs);
  }

  private boolean hit(HierarchyNode node) {
    String query = model.search().found().get().query();
    return node.label().toLowerCase(java.util.Locale.ROOT).contains(query);
  }

  private static void badges(HBox row, List<Finding> findings) {
    badge(row, count(findings, Severity.ERROR), Severity.ERROR, "error");
    badge(row, count(findings, Severity.WARNING), Severity.WARNING, "warning");
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  private static void badge(HBox row, long count, Severity severity, String style) {
    if (count > 0) {
      var icon = FindingRow.icon(severity);
      icon.setStyle(icon.getStyle() + ";-fx-icon-size: 13px;");
      row.getChildren()
          .add(Pieces.row(3, icon, Pieces.label(Long.toString(count), style, "caption")));
    }
  }
}
