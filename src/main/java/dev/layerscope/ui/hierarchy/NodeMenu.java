package dev.layerscope.ui.hierarchy;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** The menu of a node: a right click on its card, or the menu key on the selected one. */
final class NodeMenu {
  private final HierarchyViewModel model;
  private final LookItems looks;
  private final EditItems edits;
  private final ContextMenu menu = new ContextMenu();

  /**
   * @param fit shows the selection alone
   */
  NodeMenu(HierarchyViewModel model, WorkspaceViewModel workspace, Modes modes, Runnable fit) {
    looks = new LookItems(model, modes, fit);
    this.model = model;
    this.edits = new EditItems(workspace);
  }

  /** Opens over what is drawn on a canvas. */
  void listen(Plane view) {
    view.setOnContextMenuRequested(event -> asked(view, event));
  }

  private void asked(Plane view, ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      Bounds place = view.localToScreen(view.getBoundsInLocal());
      show(view, place.getCenterX(), place.getCenterY());
    } else if (view.selectAt(event.getX(), event.getY())) {
      show(view, event.getScreenX(), event.getScreenY());
    } else {
      menu.hide();
    }
    event.consume();
  }

  /** Opens at a place of the screen. */
  void show(Plane view, double x, double y) {
    List<MenuItem> items = items();
    if (!items.isEmpty()) {
      menu.getItems().setAll(items);
      menu.show(view, x, y);
    }
  }

  /** What the menu of the selected node holds. */
  List<MenuItem> items() {
    Optional<HierarchyNode> node = model.selectedNode();
    if (node.isEmpty() || model.hierarchy().get().isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<MenuItem>(looks.of(node.get()));
    List<MenuItem> editing = edits.of(model.hierarchy().get().get(), node.get());
    if (!editing.isEmpty()) {
      items.add(new SeparatorMenuItem());
      items.addAll(editing);
    }
    return items;
  }
}
