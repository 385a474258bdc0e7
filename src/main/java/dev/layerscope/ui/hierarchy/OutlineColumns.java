package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.CardFace;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/**
 * What the outline says besides names, a column each: state, source, destination, findings,
 * differences. Shown on demand, for the picture wants the room.
 */
final class OutlineColumns {
  private static final double NAME = 240;

  private final HierarchyViewModel model;
  private final TreeTableView<OutlineRow> tree;
  private final TreeTableColumn<OutlineRow, OutlineRow> name;
  private final List<TreeTableColumn<OutlineRow, String>> more = new ArrayList<>();

  OutlineColumns(
      HierarchyViewModel model,
      TreeTableView<OutlineRow> tree,
      TreeTableColumn<OutlineRow, OutlineRow> name) {
    this.model = model;
    this.tree = tree;
    this.name = name;
    add("outline.state", 110, this::state);
    add("outline.source", 220, node -> CardFace.source(node));
    add("outline.destination", 150, OutlineColumns::destination);
    add("outline.findings", 130, OutlineColumns::findings);
    add("outline.differences", 150, this::differences);
    show(false);
  }

  private void add(String key, double width, Function<HierarchyNode, String> text) {
    var column = new TreeTableColumn<OutlineRow, String>(Messages.text(key));
    column.setSortable(false);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell ->
        new ReadOnlyStringWrapper(
            cell.getValue().getValue() instanceof OutlineRow.OfNode row
                ? text.apply(row.node())
                : ""));
    more.add(column);
  }

  /** Shows all columns, or the names alone. */
  void show(boolean all) {
    name.prefWidthProperty().unbind();
    tree.getColumns().setAll(List.of(name));
    tree.getStyleClass().remove("columns");
    if (all) {
      tree.getStyleClass().add("columns");
      tree.getColumns().addAll(more);
      name.setPrefWidth(NAME);
    } else {
      name.prefWidthProperty().bind(tree.widthProperty().subtract(14));
    }
  }

  private String state(HierarchyNode node) {
    if (node.unresolved().isPresent()) {
      return Messages.text("badge.unresolved");
    }
    if (node.dormant().isPresent()) {
      return Messages.text("outline.dormant");
    }
    String sync =
        node.application()
            .map(a -> Messages.text(a.syncPolicy().automated() ? "outline.auto" : "outline.manual"))
            .orElse("");
    String sure = node.certainty().exact() ? "" : node.certainty().level().word();
    return sync.isEmpty() || sure.isEmpty() ? sync + sure : sync + ", " + sure;
  }

  private static String destination(HierarchyNode node) {
    return node.application().map(CardFace::destination).orElse("");
  }

  private static String findings(HierarchyNode node) {
    var parts = new ArrayList<String>();
    long errors = node.count(Severity.ERROR);
    long warnings = node.count(Severity.WARNING);
    if (errors > 0) {
      parts.add(Messages.count("count.errors", errors));
    }
    if (warnings > 0) {
      parts.add(Messages.count("count.warnings", warnings));
    }
    return String.join(", ", parts);
  }

  private String differences(HierarchyNode node) {
    Mark mark = model.marks().get(node.id());
    return mark == null ? "" : mark.sign() + " " + model.notes().getOrDefault(node.id(), "");
  }
}
