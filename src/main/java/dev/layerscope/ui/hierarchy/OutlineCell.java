package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.Inert;
import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A row of the outline: glyph and name, then findings and the count below. */
final class OutlineCell extends TreeTableCell<OutlineRow, OutlineRow> {
  private static final int CLUSTER = 5;

  private final HierarchyViewModel model;
  private final OutlineLine line;

  /** The whole name and where it comes from; put into words when somebody waits for it. */
  private final Tooltip tip = new Tooltip("…");

  /**
   * @param brush whose colours, fonts and images all rows share
   */
  OutlineCell(HierarchyViewModel model, CanvasBrush brush) {
    this.model = model;
    line = new OutlineLine(brush);
    tip.setShowDelay(Duration.millis(600));
    tip.setWrapText(true);
    tip.setMaxWidth(560);
    tip.setOnShowing(ignored -> tip.setText(whole(getItem())));
    tableRowProperty().flatMap(row -> row.selectedProperty()).orElse(false).subscribe(line::select);
    // A closed row counts what it hides: it says something else when it opens.
    tableRowProperty()
        .flatMap(row -> row.treeItemProperty())
        .flatMap(item -> item.expandedProperty())
        .orElse(false)
        .subscribe(ignored -> again());
  }

  private void again() {
    if (!isEmpty()) {
      updateItem(getItem(), false);
    }
  }

  /** Paints it anew: other colours are in force. */
  void repaint() {
    line.paint();
  }

  @Override
  protected void updateItem(OutlineRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    setTooltip(row instanceof OutlineRow.Top ? null : tip);
    switch (row) {
      case OutlineRow.Top() -> setGraphic(null);
      case OutlineRow.OfRoot(ResolvedRoot root, int reached) -> root(root, reached);
      case OutlineRow.OfNode(TreePicture picture, int at) -> node(picture, at);
    }
  }

  private void root(ResolvedRoot root, int reached) {
    boolean unknown = root.unknown().isPresent();
    line.show(
        new OutlineLine.Row(
            new LayerLook(root.name(), unknown ? LayerLook.UNASSIGNED : CLUSTER),
            false,
            Inert.text(root.name()),
            true,
            false,
            false,
            count(root.findings(), Severity.ERROR),
            count(root.findings(), Severity.WARNING),
            unknown ? "?" : Messages.number(reached),
            Optional.empty()));
    setGraphic(line);
    setAccessibleText(root.name() + root.unknown().map(why -> ", " + why).orElse(", " + reached));
  }

  private void node(TreePicture picture, int at) {
    HierarchyNode node = picture.node(at);
    boolean unresolved = node.unresolved().isPresent();
    boolean closed = picture.below(at) > 0 && !model.isOpen(node.id());
    Optional<Mark> mark = Optional.ofNullable(model.marks().get(node.id()));
    // A closed row answers for what it hides.
    line.show(
        new OutlineLine.Row(
            model.looks().of(node),
            node.isResources(),
            Inert.text(node.label()),
            false,
            model.search().found().get().isOn() && hit(node),
            unresolved,
            node.count(Severity.ERROR) + (closed ? picture.errorsBelow(at) : 0),
            node.count(Severity.WARNING) + (closed ? picture.warningsBelow(at) : 0),
            closed && !unresolved ? Messages.number(picture.below(at)) : "",
            mark));
    setGraphic(line);
    String differs =
        mark.map(m -> ", " + model.notes().getOrDefault(node.id(), m.sign())).orElse("");
    setAccessibleText(Speech.of(model, node) + differs);
  }

  private String whole(@Nullable OutlineRow row) {
    return switch (row) {
      case OutlineRow.OfRoot(ResolvedRoot root, int ignored) ->
          root.name() + root.unknown().map(why -> "\n" + why).orElse("");
      case OutlineRow.OfNode(TreePicture picture, int at) ->
          Speech.tooltip(model, picture.node(at));
      case OutlineRow.Top() -> "";
      case null -> "";
    };
  }

  private boolean hit(HierarchyNode node) {
    String query = model.search().found().get().query();
    return node.label().toLowerCase(java.util.Locale.ROOT).contains(query);
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
