package dev.layerscope.ui.compare.matrix;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.ToComparison;
import dev.layerscope.ui.compare.rule.RuleItems;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of a cell of the matrix. */
final class MatrixMenu {
  private final MatrixPane pane;
  private final ToComparison overlay;
  private final Consumer<NodeId> toNode;

  MatrixMenu(MatrixPane pane, ToComparison overlay, Consumer<NodeId> toNode) {
    this.pane = pane;
    this.overlay = overlay;
    this.toNode = toNode;
  }

  ContextMenu of(Optional<MatrixPane.Chosen> chosen) {
    var menu = new ContextMenu();
    MenuItem compare = item("matrix.open", () -> chosen.ifPresent(pane::open));
    MenuItem over =
        item(
            "compare.overlay",
            () -> chosen.ifPresent(c -> overlay.open(c.here(), c.left(), c.node())));
    MenuItem promote = item("compare.promote", () -> chosen.ifPresent(pane::promote));
    MenuItem acknowledge = item("compare.acknowledge", () -> chosen.ifPresent(pane::acknowledge));
    Optional<NodeId> node = chosen.flatMap(MatrixPane.Chosen::node);
    MenuItem show = item("compare.showin", () -> node.ifPresent(toNode));
    MenuItem copy = item("matrix.copyname", () -> chosen.ifPresent(c -> CodeList.copy(c.name())));
    show.setDisable(node.isEmpty());
    for (MenuItem each : new MenuItem[] {compare, over, promote, acknowledge, copy}) {
      each.setDisable(chosen.isEmpty());
    }
    menu.getItems()
        .setAll(compare, over, promote, show, new SeparatorMenuItem(), acknowledge, copy);
    return menu;
  }

  private static MenuItem item(String key, Runnable action) {
    return RuleItems.item(Messages.text(key), action);
  }
}
