package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TreeTableCell;

/** A row of the outline: glyph and name, then findings and the count below. */
final class OutlineCell extends TreeTableCell<OutlineRow, OutlineRow> {
  private static final int CLUSTER = 5;

  private final HierarchyViewModel model;
  private final OutlineLine line = new OutlineLine();

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
    boolean unknown = root.unknown().isPresent();
    line.sign(new LayerLook(root.name(), unknown ? LayerLook.UNASSIGNED : CLUSTER), false);
    line.name(root.name(), true, false, false);
    line.findings(count(root.findings(), Severity.ERROR), count(root.findings(), Severity.WARNING));
    line.count(unknown ? "?" : Integer.toString(reached));
    line.unsure(false);
    line.mark(Optional.empty());
    setGraphic(line);
    setAccessibleText(root.name() + root.unknown().map(why -> ", " + why).orElse(", " + reached));
  }

  private void node(TreePicture picture, int at) {
    HierarchyNode node = picture.node(at);
    boolean unresolved = node.unresolved().isPresent();
    boolean match = model.search().found().get().isOn() && hit(node);
    boolean closed = picture.below(at) > 0 && !model.isOpen(node.id());
    Optional<Mark> mark = Optional.ofNullable(model.marks().get(node.id()));
    line.sign(model.looks().of(node), node.isResources());
    line.name(node.label(), false, match, unresolved);
    // A closed row answers for what it hides.
    line.findings(
        node.count(Severity.ERROR) + (closed ? picture.errorsBelow(at) : 0),
        node.count(Severity.WARNING) + (closed ? picture.warningsBelow(at) : 0));
    line.count(closed && !unresolved ? Integer.toString(picture.below(at)) : "");
    line.unsure(unresolved);
    line.mark(mark);
    setGraphic(line);
    String differs =
        mark.map(m -> ", " + model.notes().getOrDefault(node.id(), m.sign())).orElse("");
    setAccessibleText(Speech.of(model, node) + differs);
  }

  private boolean hit(HierarchyNode node) {
    String query = model.search().found().get().query();
    return node.label().toLowerCase(java.util.Locale.ROOT).contains(query);
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
